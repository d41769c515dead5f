"""A note type that hides or changes the texts of its fields is not replaced by a built-in one."""

import pytest

from studyapp.anki.reading.note_type_detection import detect_shape
from studyapp.core.notes.custom_note_type import CardTemplate, CustomNoteType
from studyapp.core.transfer.package_model import SourceCard, SourceNote

_CARD = SourceCard(1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, "", ())
_FRONT, _BACK = "{{Front}}", "{{FrontSide}}<hr id=answer>{{Back}}"


def is_built_in(
    front: str = _FRONT, back: str = _BACK, css: str = "", fields: tuple[str, str] = ("question", "answer")
) -> bool:
    note_type = CustomNoteType(1, "T", ("Front", "Back"), (CardTemplate("1", front, back),), False, css)
    return detect_shape(SourceNote("g", note_type, (), fields, (_CARD,))) is not None


@pytest.mark.parametrize(
    "css",
    [
        "", ".card { font-family: arial; font-size: 20px; text-align: center; color: black; background-color: white; }",
        "b { color: red } .hint { display: none } #extra { direction: rtl }", ".card { white-space: normal; direction: ltr; opacity: 1 }",
        "ul { list-style-type: disc } ol { list-style: decimal inside }", ".mobile rt { visibility: hidden }", "p::before { content: none }",
        "/* .card { direction: rtl } */", "@media (max-width: 500px) { .card { font-size: 18px } }", "img { display: block; max-width: 100% }",
        ".card { text-transform: none; font-size: 0.9em; opacity: 0.95 }",
    ],
)  # fmt: skip
def test_fonts_colors_and_unused_rules_are_no_obstacle(css: str) -> None:
    assert is_built_in(css=css)


@pytest.mark.parametrize(
    "css",
    [
        ".card { direction: rtl; }", ".card1{color:red;direction:rtl}", "body { unicode-bidi: plaintext }", "* { white-space: pre-wrap }",
        ".card { white-space : pre-line }", "i { display:none }", ".card b { visibility: hidden }", "em, i { opacity: 0 }", "s { font-size: 0 }",
        "code { color: transparent }", "li::marker { content: '→' }", "strong::after { content: \"!\" }", "ol { list-style-type: upper-roman }",
        "ul > li { list-style: none }", ".card { text-transform: uppercase }", "b { text-decoration: line-through red }",
        "@media print { .card p { display: none } }", "@import url(_more.css); .card { color: red }", ".card { writing-mode: vertical-rl }",
        ".nightMode.card i { display: none }", "html.mobile { direction: rtl }", ".night_mode .card { -webkit-text-security: disc }", "x" * 50_001,
    ],
)  # fmt: skip
def test_style_sheet_that_changes_texts_keeps_the_note_type(css: str) -> None:
    assert not is_built_in(css=css)


@pytest.mark.parametrize(
    "front",
    [
        "<div>{{Front}}</div>", "<div class=question id='q'><b>{{Front}}</b></div>", '<h2 style="color: red; text-align: left">{{Front}}</h2>',
        "{{Front}}<script>hide()</script>", "<table><tr><td>{{Front}}</td></tr></table>", "{{text:Front}}",
    ],
)  # fmt: skip
def test_layout_of_a_template_is_no_obstacle(front: str) -> None:
    assert is_built_in(front=front)


@pytest.mark.parametrize(
    "front",
    [
        '<div dir="rtl">{{Front}}</div>', "<p dir=auto>{{Front}}</p>", "{{Front}}<span hidden>{{Back}}</span>",
        '{{Front}}<div style="display: none">{{Back}}</div>', "<pre>{{Front}}</pre>", "<details>{{Front}}</details>", "<s>{{Front}}</s>",
        "<ol><li>{{Front}}</li></ol>", '<div style="white-space:pre-wrap">{{Front}}</div>', '<a href="https://e.org">{{Front}}</a>',
        "<ruby>{{Front}}</ruby>", "<sub>{{Front}}</sub>", "<style>.card { direction: rtl }</style>{{Front}}", '<div class="{{Front}}"></div>',
        "<link rel=stylesheet href=_a.css>{{Front}}",
    ],
)  # fmt: skip
def test_template_that_changes_texts_keeps_the_note_type(front: str) -> None:
    assert not is_built_in(front=front)


def test_rules_for_classes_and_ids_of_a_template_count() -> None:
    css = ".right { direction: rtl } #q { display: none } .card .box.big { white-space: pre }"
    assert is_built_in(css=css)
    assert not is_built_in(css=css, front='<div class="x right">{{Front}}</div>')
    assert not is_built_in(css=css, front="<div id=q>{{Front}}</div>")
    assert is_built_in(css=css, front="<div class=box>{{Front}}</div>")
    assert not is_built_in(css=css, front="<div class='big box'>{{Front}}</div>")


@pytest.mark.parametrize("question", ["<b>q</b>", "a &amp; b", "a<br>b"])
def test_text_filter_of_a_field_with_html_keeps_the_note_type(question: str) -> None:
    assert is_built_in(fields=(question, "answer"))
    assert not is_built_in(front="{{text:Front}}", fields=(question, "answer"))
