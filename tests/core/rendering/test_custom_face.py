"""Both sides of cards with a custom note type. That they agree with Anki is tested in tests/anki/reading."""

import pytest

from studyapp.core.cards.card import Card, CardKind
from studyapp.core.notes.custom_note_type import CardTemplate, CustomNoteType
from studyapp.core.notes.note import CustomContent, Note
from studyapp.core.rendering.custom_face import FRONT_PLACEHOLDER, CustomFace, render_custom_face
from studyapp.core.rendering.hint_links import open_hint
from studyapp.core.text.localized_text import CardLanguages, LocalizedText

FIELDS = ("One", "Two", "Three")
BLANK = '<span class="blank">[{}]</span>'
FILLED = '<span class="filled">{}</span>'
MASKS = "{{c1::image-occlusion:rect:left=.1:top=.2:width=.3:height=.4}}"


def compare(correct_answer: str) -> str:
    return f"<u>{correct_answer}</u>"


def render(
    front: str,
    back: str = "",
    *fields: str,
    is_cloze: bool = False,
    ordinal: int = 1,
    tags: tuple[str, ...] = (),
) -> CustomFace:
    templates = (CardTemplate("A & B", front, back), CardTemplate("Second", "2nd", "2nd back"))
    note_type = CustomNoteType(0, "My <type>", FIELDS, templates, is_cloze=is_cloze)
    values = (*fields, "", "", "")[:3]
    content = CustomContent(note_type, values)
    title = LocalizedText((("en", "Tongues::A & B"), ("zh-Hant", "語言")))
    card = Card(Note("sub.deck", "note", content, tags=tags), ordinal, CardKind.FRONT_TO_BACK, title, 3)
    return render_custom_face(card, content, CardLanguages.ENGLISH, compare)


def test_back_repeats_the_front_at_a_placeholder() -> None:
    face = render("<b>{{One}}</b>", "{{FrontSide}}<hr>{{Two}}", "q", "a")
    assert face == CustomFace("<b>q</b>", "<hr>a", f"{FRONT_PLACEHOLDER}<hr>a")
    assert render("{{FrontSide}}x").question == "x"


def test_each_template_is_a_card() -> None:
    assert render("{{One}}", ordinal=2) == CustomFace("2nd", "2nd back", "2nd back")


@pytest.mark.parametrize(
    ("field", "html"),
    [
        ("Tags", "a&amp;b c"),
        ("Type", "My &lt;type&gt;"),
        ("Deck", "Tongues::A &amp; B"),
        ("Subdeck", "A &amp; B"),
        ("Card", "A &amp; B"),
        ("CardFlag", "flag3"),
        ("CardID", "0"),
    ],
)
def test_templates_can_show_fields_of_the_card(field: str, html: str) -> None:
    face = render(f"{{{{{field}}}}}", f"{{{{{field}}}}}!", tags=("a&b", "c"))
    assert (face.question, face.back) == (html, f"{html}!")


def test_typed_answer_is_compared_on_the_back_only() -> None:
    front, back = "{{One}}{{type:Two}}", "{{type:Two}}"
    face = render(front, back, "q", "<i>to &amp;</i>  be<script>x</script>")
    assert face.question == "q"
    assert face.back == "<u>to &amp; be</u>"
    assert render("{{One}}", "{{type:upper:Two}}", "q", "a").back == "<u>a</u>"


def test_typed_cloze_is_compared_with_its_hidden_text() -> None:
    face = render("{{cloze:One}}", "{{type:cloze:One}}", "x {{c1::a}} {{c2::b}}", is_cloze=True)
    assert face.back == "<u>a</u>"


def test_hint_is_a_link_on_the_front() -> None:
    front = "{{hint:Two}}, {{hint:Three}}"
    face = render(front, "{{FrontSide}}", "q", "<b>secret</b><script>x</script>", "other")
    assert face.question == '<a href="hint:0">[Two]</a>, <a href="hint:1">[Three]</a>'
    assert face.hints == ("<b>secret</b>", "other")
    opened = open_hint(face.question, 0, face.hints[0])
    assert opened == '<div><b>secret</b></div>, <a href="hint:1">[Three]</a>'
    assert open_hint(opened, 1, "1\\1") == "<div><b>secret</b></div>, <div>1\\1</div>"
    assert render("{{hint:Two}}", "", "q", "<br>") == CustomFace("", "", "")
    assert render("", "{{hint:Two}}{{hint:Three}}", "q", "secret").back == "<div>secret</div>"


def test_front_is_not_repeated_within_a_hidden_element() -> None:
    for style in ("display: none", "visibility: hidden"):
        assert "q" not in render("{{One}}", f'<b style="{style}">{{{{FrontSide}}}}</b>a', "q").back
        assert (
            FRONT_PLACEHOLDER not in render("{{One}}", f'<b style="{style}">{{{{FrontSide}}}}</b>a', "q").back
        )


def test_hint_within_details_is_a_link_in_what_their_link_shows() -> None:
    front = "<details><summary>More</summary>{{hint:Two}}{{hint:Three}}</details>"
    face = render(front, "", "q", "<b>secret</b>", "other")
    assert face.question == '<div><a href="hint:2">[More]</a></div>'
    assert face.hints[:2] == ("<b>secret</b>", "other")
    assert '<a href="hint:0">[Two]</a><a href="hint:1">[Three]</a>' in face.hints[2]


def test_deck_can_not_imitate_a_link_to_a_hint() -> None:
    face = render('<a href="hint:0">x</a><span class="hint-link"></span>{{hint:Two}} end', "", "q", "a")
    assert face.question == '<a>x</a><a href="hint:0">[Two]</a> end'
    assert face.hints == ("a",)


def test_cloze_is_hidden_on_the_front_and_filled_on_the_back() -> None:
    text = "{{c1::one::hint}} {{c2::two}}"
    side = "{{#c1}}first {{/c1}}{{#c2}}second {{/c2}}{{cloze:One}} {{cloze-only:One}}"
    first = render(side, side, text, is_cloze=True)
    assert first.question == f"first {BLANK.format('hint')} two hint"
    assert first.answer == first.back == f"first {FILLED.format('one')} two one"
    second = render(side, side, text, is_cloze=True, ordinal=2)
    assert second.question == f"second one {BLANK.format('…')} …"
    assert second.back == f"second one {FILLED.format('two')} two"
    assert render("{{cloze-only:One}}", "", text, is_cloze=True, ordinal=3).question == ""


def test_text_filter_strips_tags_of_fields_and_of_the_front() -> None:
    face = render("<b>{{One}}</b>{{text:One}}", "{{text:FrontSide}} {{text:Two}}", "<i>q</i>", "<i>a</i>")
    assert face.question == "<b><i>q</i></b>q"
    assert face.back == "qq a"
    assert face.answer == " a"


def test_text_filter_decodes_entities() -> None:
    assert (
        render("{{text:One}}", "", "a &lt; <b>b</b> &amp;amp; &lt;i&gt;c").question
        == "a &lt; b &amp; <i>c</i>"
    )


def test_readings_are_shown_on_both_sides() -> None:
    face = render("{{furigana:One}}{{kanji:One}}", "{{kana:One}}", "漢字[かんじ]")
    assert (face.question, face.back) == ('漢字<span class="reading">(かんじ)</span>漢字', "かんじ")


def test_both_sides_are_sanitized_and_use_the_media_folder() -> None:
    face = render("<script>x</script>{{One}}", "{{One}}", '<img src="a b.png" onerror="x">')
    image = '<img src="sub.deck-media/a b.png" alt="">'
    assert face == CustomFace(image, image, image)


def test_masks_cover_the_first_image_only() -> None:
    side = "{{cloze:One}}{{Two}}"
    image = '<img src="a b.png">'
    face = render(side, side, MASKS, image * 2, is_cloze=True)
    uncovered = '<img src="sub.deck-media/a b.png" alt="">'
    corners = "0.1000,0.2000,0.4000,0.6000"
    name = "sub.deck-media/a%20b.png"
    assert face.question == f'<img src="masked:rect,1,{corners}:{name}" alt="">{uncovered}'
    assert face.back == f'<img src="masked:rect-outline,1,{corners}:{name}" alt="">{uncovered}'
    assert face.answer == face.back
    other = render(side, side, MASKS, image, is_cloze=True, ordinal=2)
    assert other.question == f'<img src="masked::{name}" alt="">'


def test_image_without_masks_is_unchanged() -> None:
    face = render("{{One}}", "", '<img src="a.png">')
    assert face.question == '<img src="sub.deck-media/a.png" alt="">'
