"""Anki's template language: references, filters, conditions and comments."""

import pytest

from studyapp.core.cards.card_template_language import (
    READING_FILTERS,
    SPECIAL_FIELDS,
    FieldReference,
    field_references,
    is_empty_field,
    render_template,
    strip_scripts,
    strip_tags,
    visible_parts,
)

FIELDS = {"Front": "f", "Back": "b", "Empty": "<br>"}


def upper(html: str, _field: str) -> str:
    return html.upper()


def name_of_field(html: str, field: str) -> str:
    return f"{field}={html}"


def render(template: str, *true_conditions: str) -> str:
    return render_template(
        template, FIELDS, frozenset(true_conditions), {"upper": upper, "name": name_of_field}
    )


@pytest.mark.parametrize(
    ("html", "is_empty"),
    [
        ("", True),
        (" \n", True),
        ("<br>", True),
        ("<BR /><div></div>", True),
        ("<div><br/></div>", True),
        ("x", False),
        ("&nbsp;", False),
        ('<img src="a.png">', False),
        ("<br>x", False),
    ],
)
def test_field_of_breaks_and_spaces_is_empty(html: str, is_empty: bool) -> None:
    assert is_empty_field(html) is is_empty


@pytest.mark.parametrize(
    ("template", "html"),
    [
        ("a {{Front}} c", "a f c"),
        ("{{ Front }}", "f"),
        ("{{{Front}}}", "f}"),
        ("{{{ Front }}}", "f}"),
        ("{{upper:Front}}", "F"),
        ("{{ upper : Front }}", "F"),
        ("{{name:upper:Front}}", "Front=F"),
        ("{{upper:name:Front}}", "FRONT=F"),
        ("{{unknown:upper:Front}}", "F"),
        ("{{upper:unknown:Front}}", "F"),
        ("{{No<such>}}", "{No&lt;such&gt;}"),
        ("{{!Front}}{{=Front}}", ""),
        ("{{}}", "{{}}"),
        ("{{=<% %>=}}<%Front%> <% #Back %>x<%/Back%>", "f x"),
        (" {{=<% %>=}} <%Front%>", " f"),
        ("x{{=<% %>=}}<%Front%>", "x<%Front%>"),
        ("<%Front%>", "<%Front%>"),
    ],
)
def test_references_are_replaced(template: str, html: str) -> None:
    assert render(template) == html


@pytest.mark.parametrize(
    ("template", "html"),
    [
        ("{{#Front}}x{{/Front}}", "x"),
        ("{{^Front}}x{{/Front}}", ""),
        ("{{#Empty}}x{{/Empty}}", ""),
        ("{{^Empty}}x{{/Empty}}", "x"),
        ("{{#Unknown}}x{{/Unknown}}", ""),
        ("{{^Unknown}}x{{/Unknown}}", "x"),
        ("{{#c1}}x{{/c1}}{{#c2}}y{{/c2}}", "x"),
        ("{{# Front }}x{{/ Front }}", "x"),
        ("{{#Front}}a{{#Empty}}b{{/Empty}}c{{/Front}}d", "acd"),
        ("{{#Empty}}a{{#Front}}b{{/Front}}c{{/Empty}}d", "d"),
        ("{{/Front}}a", "a"),
        ("{{#Empty}}a{{/Front}}b{{/Empty}}c", "c"),
        ("{{#Empty}}a", ""),
    ],
)
def test_conditions_show_or_hide_their_section(template: str, html: str) -> None:
    assert render(template, "c1") == html


@pytest.mark.parametrize(
    ("template", "html"),
    [
        ("a<!-- {{Front}} -->b", "ab"),
        ("<!--a-->b<!--c-->d", "bd"),
        ("a<!-- {{Front}}", "a<!-- f"),
        ("a<!--b-->c<!--{{Back}}", "ac<!--b"),
        ("--><!--a-->b", "-->b"),
        ("a<!--b-->c<!--d-->e<!--f-->g", "aceg"),
    ],
)
def test_comments_are_removed(template: str, html: str) -> None:
    assert render(template) == html


def test_text_to_read_aloud_is_a_tag_of_anki() -> None:
    assert render("{{tts en_US:Front}}") == "[anki:tts lang=en_US]f[/anki:tts]"
    assert render("{{tts en_US voices=x:upper:Front}}") == "[anki:tts lang=en_US]F[/anki:tts]"
    assert render_template("{{tts zh_TW:F}}", {"F": "<b>a</b>[/anki:tts]"}, frozenset(), {}) == (
        "[anki:tts lang=zh_TW]a /anki:tts[/anki:tts]"
    )
    assert render_template("{{tts <x>:F}}", {"F": "a"}, frozenset(), {}) == ""
    assert render_template("{{tts en_US:Front}}", {"Front": ""}, frozenset(), {}) == ""


def test_visible_parts_keep_their_order() -> None:
    assert visible_parts("a{{b:c:D}}{{#E}}e{{/E}}{{^F}}f{{/F}}", "E".__eq__) == [
        "a",
        FieldReference(("b", "c"), "D"),
        "",
        "e",
        "",
        "f",
        "",
    ]


def test_field_references_are_those_that_are_shown() -> None:
    template = "{{#Empty}}{{Front}}{{/Empty}}{{^Empty}}{{text:Back}}{{/Empty}}{{#c1}}{{cloze:Front}}{{/c1}}"
    assert field_references(template, FIELDS) == [FieldReference(("text",), "Back")]
    assert field_references(template, FIELDS, frozenset(("c1",))) == [
        FieldReference(("text",), "Back"),
        FieldReference(("cloze",), "Front"),
    ]


def test_special_fields_are_those_of_anki() -> None:
    assert {
        "FrontSide", "Tags", "Type", "Deck", "Subdeck", "Card", "CardFlag", "CardID"
    } == SPECIAL_FIELDS  # fmt: skip


def test_tags_and_scripts_are_stripped() -> None:
    html = "a<b>b</b><script src=x>c</script>d<STYLE>e</style >f<p>1 < 2</p>"
    assert strip_scripts(html) == "a<b>b</b>df<p>1 < 2</p>"
    assert strip_tags(html) == "abdf1 < 2"
    assert strip_scripts("a<script>b<style>c</style>d") == "ad"
    assert strip_scripts("a<script>b") == "a"
    assert strip_scripts("a</script>b") == "ab"


@pytest.mark.parametrize(
    ("name", "html"),
    [("furigana", 'x漢字<span class="reading">(かんじ)</span>y'), ("kanji", "x漢字y"), ("kana", "xかんじy")],
)
def test_reading_filters(name: str, html: str) -> None:
    assert READING_FILTERS[name]("x 漢字[かんじ]y", "Front") == html
    assert READING_FILTERS[name]("x&nbsp;漢字[かんじ]y", "Front") == html
    assert READING_FILTERS[name]("漢字[sound:a.mp3]", "Front") == "漢字[sound:a.mp3]"
