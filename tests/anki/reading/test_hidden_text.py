"""What a note, a template or a style sheet hides stays hidden, compared with the real Anki and what a browser would show."""

from collections.abc import Iterator

import pytest
from anki.collection import Collection as Anki

from tests.anki.card_comparison import assert_same_text, make_card_pairs


@pytest.fixture(scope="module")
def anki(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Anki]:
    collection = Anki(str(tmp_path_factory.mktemp("anki") / "collection.anki2"))
    yield collection
    collection.close()


BOTH_SIDES = "{{One}}<hr>{{Two}}"


@pytest.mark.parametrize(
    "html",
    [
        'gato<span style="display:none"> cat</span>',
        'gato<div style="color: red; DISPLAY : NONE !important">cat</div>',
        "gato<span hidden> cat</span><p hidden='until-found'>cats</p>",
        'gato <span style="visibility: hidden">a <b>cat</b> <i style="visibility:visible">el</i></span>',
        '<table><tr><td>gato</td><td style="visibility:collapse">cat</td></tr></table>',
        "gato<details><summary>Meaning</summary>a cat</details>",
        "gato<details>a cat</details> fin",
        "gato<details open><summary>Meaning</summary>a cat</details>",
        "<details><summary>Outer</summary>x<details><summary>Inner</summary>y</details></details>",
        "<details><summary>Empty</summary></details>",
        '<details><summary>Hidden</summary><i style="display: none">y</i></details>',
        "<div hidden><details><summary>s</summary>t</details></div>seen",
        '<div style="display:none">a<div style="display:block">b</div></div>seen',
        '<img src="a.png" alt="cat" hidden>gato<br hidden>',
        "<noscript>off</noscript><template>t</template><dialog>d</dialog><audio>a</audio>seen",
        "<style>.mine { display: none }</style>gato<b class=mine>cat</b>",
        "gato<!-- cat -->",
        '<span style="display:inline">shown</span> <span style="visibility:visible">too</span>',
    ],
)
def test_hidden_parts_of_a_field_stay_hidden(anki: Anki, html: str) -> None:
    for pair in make_card_pairs(anki, [(BOTH_SIDES, BOTH_SIDES)], (html, f"x {html}")):
        assert_same_text(pair)


HTML = '<b class="gloss">cat</b> <p class="gloss strong" id="note">cats</p> <div class="box"><i>inner</i> <u class="gloss">u</u></div> gato'


@pytest.mark.parametrize(
    "css",
    [
        ".gloss { display: none }",
        "b.gloss, #note { display: none; }",
        ".card .gloss { display: none }",
        ".card1 .gloss { display: none } .card2 #note { visibility: hidden }",
        "body #qa .box > i { display: none }",
        ".box i { visibility: hidden } .gloss { visibility: hidden } .gloss.strong { visibility: visible }",
        ".gloss { display: none } .box .gloss { display: inline }",
        "#note { display: block } .gloss { display: none }",
        ".gloss { display: none } b { display: inline }",
        "p { display: none }",
        "* i { display: none }",
        "/* .gloss { display: none } */ .gloss { color: red }",
        ".gloss { display: none } .gloss { display: inline }",
        ".nightMode .gloss, .mobile #note { display: none }",
        ".gloss:hover { display: none } .unknown .gloss { display: none }",
        "html .card > div#qa > b { display: none }",
    ],
)
def test_style_sheet_hides_elements(anki: Anki, css: str) -> None:
    templates = [("{{One}} 1", "{{FrontSide}}<hr>{{Two}}"), ("{{One}} 2", "{{Two}}")]
    pairs = make_card_pairs(anki, templates, (HTML, f"<section>{HTML}</section>"), css=css)
    assert len(pairs) == 2
    for pair in pairs:
        assert_same_text(pair, css)


@pytest.mark.parametrize(
    ("front", "back"),
    [
        ('{{One}}<div style="display: none">{{Two}}</div>', "{{FrontSide}}<hr id=answer>{{Two}}"),
        ("{{One}}<div hidden>{{hint:Two}}</div>{{hint:Three}}", "{{Two}} {{hint:Three}}"),
        (
            "{{One}}<a href='#' onclick=\"document.getElementById('more').style.display='block'\">Show more</a>"
            "<div id='more' style='display:none'>{{Two}}</div>",
            "{{FrontSide}} {{Three}}",
        ),
        (
            "{{One}}<style>.later { visibility: hidden }</style><i class=later>{{Two}}</i>",
            "{{FrontSide}}<style>.later { visibility: visible }</style>",
        ),
        ("<style>b { display: none }</style>{{One}} {{Three}}", "{{One}} {{FrontSide}}"),
        ("{{One}}<details><summary>{{Three}}</summary>{{Two}}</details>", "{{One}} {{Two}}"),
        ("{{One}}<a onclick=\"document.getElementById('none').focus()\">a link</a>", "{{Two}}"),
    ],
)
def test_templates_hide_what_the_answer_shows(anki: Anki, front: str, back: str) -> None:
    for pair in make_card_pairs(anki, [(front, back)], ("<b>sol</b>", "<i>sun</i>", "what is it?")):
        assert_same_text(pair)
