"""For random notes and note types, each card shows the text that Anki shows, on the question and on the answer."""

import re
from collections.abc import Iterator

import pytest
from anki.collection import Collection as Anki
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.anki.card_comparison import assert_same_text, make_card_pairs
from tests.anki.html_fields import cloze_fields, html_fields
from tests.anki.studyapp_instance import EXAMPLES


@pytest.fixture(scope="module")
def anki(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Anki]:
    collection = Anki(str(tmp_path_factory.mktemp("anki") / "collection.anki2"))
    yield collection
    collection.close()


FIELDS = ("One", "Two", "Three")
STANDARD_FILTERS = (
    "",
    "",
    "",
    "text:",
    "hint:",
    "furigana:",
    "kana:",
    "kanji:",
    "type:",
    "text:kana:",
    "unknown:",
)
CLOZE_FILTERS = (
    "cloze:",
    "cloze:",
    "cloze:",
    "",
    "text:cloze:",
    "cloze-only:",
    "hint:cloze:",
    "type:cloze:",
    "cloze:furigana:",
)
STYLES = (
    "", "", ".card { font-size: 20px; text-align: center }", ".hint { display: none }", ".card b { visibility: hidden }",
    "#n1, .hidden { display: none }", "p { display: none } .card > div p { display: block }", ".card2 i { display: none }",
)  # fmt: skip
SPECIAL = (
    "{{Tags}}",
    "{{Type}}",
    "{{Card}}",
    "{{Deck}}",
    "{{Subdeck}}",
    "{{CardFlag}}",
    " and ",
    "<br>",
    "<hr id=answer>",
    "<!-- {{One}} -->",
)


def without_typing(filters: tuple[str, ...]) -> tuple[str, ...]:
    """The filters of answers, where Anki's window compares what was typed."""
    return tuple(name for name in filters if not name.startswith("type"))


def references(filters: tuple[str, ...]) -> st.SearchStrategy[str]:
    return st.builds("{{{{{}{}}}}}".format, st.sampled_from(filters), st.sampled_from(FIELDS))


def templates(filters: tuple[str, ...], *more: str) -> st.SearchStrategy[str]:
    """The inside of a side: references, conditions and elements."""
    leaf = st.one_of(references(filters), references(filters), st.sampled_from((*SPECIAL, *more)))

    def extend(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
        inside = st.lists(inner, min_size=1, max_size=3).map("".join)
        conditions = st.builds(
            lambda sign, name, text: f"{{{{{sign}{name}}}}}{text}{{{{/{name}}}}}",
            st.sampled_from("#^"),
            st.sampled_from((*FIELDS, "Tags", "c1", "c2")),
            inside,
        )
        elements = st.builds(
            lambda start, text: f"<{start}>{text}</{start.split()[0]}>",
            st.sampled_from(
                ("div", "b", 'div class="hint"', 'span class="hidden"', "div hidden", 'i style="display: none"', "details", "li")
            ),
            inside,
        )  # fmt: skip
        return conditions | elements

    return st.lists(st.recursive(leaf, extend, max_leaves=4), min_size=1, max_size=4).map("".join)


standard_fronts = templates(STANDARD_FILTERS).map(lambda side: f"{{{{One}}}}{side}")
standard_backs = templates(without_typing(STANDARD_FILTERS), "{{FrontSide}}")
cloze_fronts = templates(CLOZE_FILTERS).map(lambda side: f"{{{{cloze:One}}}}{side}")
cloze_backs = templates(without_typing(CLOZE_FILTERS), "{{FrontSide}}").map(
    lambda side: f"{side}{{{{cloze:One}}}}"
)
furigana = st.sampled_from((" 漢字[かんじ]を 書[か]く", "日本[にほん]&nbsp;語[ご]", "字[じ]", ""))
# A browser ends a paragraph where a block starts in it; the oracle does not.
block_in_paragraph = re.compile(
    r"<p\b[^<>]*>(?:(?!</p>).)*<(?:p|div|ul|ol|dl|pre|table|details|center|section|blockquote|h\d|hr)\b",
    re.DOTALL,
)
fields = html_fields.filter(lambda html: block_in_paragraph.search(html) is None) | furigana
cloze_texts = cloze_fields.filter(lambda html: block_in_paragraph.search(html) is None)


@settings(max_examples=EXAMPLES, suppress_health_check=list(HealthCheck))
@given(
    st.lists(st.tuples(standard_fronts, standard_backs), min_size=1, max_size=2),
    st.tuples(fields.filter(bool), fields, fields),
    st.sampled_from(STYLES),
    st.sampled_from(((), ("one",), ("b", "a::c"))),
)
def test_cards_of_templates_show_the_text_of_anki(
    anki: Anki,
    sides: list[tuple[str, str]],
    values: tuple[str, str, str],
    css: str,
    tags: tuple[str, ...],
) -> None:
    for pair in make_card_pairs(anki, unlike_each_other(sides), values, css=css, tags=tags):
        assert_same_text(pair, css, ignores_spaces=True)


@settings(max_examples=EXAMPLES, suppress_health_check=list(HealthCheck))
@given(
    cloze_fronts, cloze_backs, st.tuples(cloze_texts, cloze_texts | fields, fields), st.sampled_from(STYLES)
)
def test_cloze_cards_show_the_text_of_anki(
    anki: Anki, front: str, back: str, values: tuple[str, str, str], css: str
) -> None:
    for pair in make_card_pairs(anki, [(front, back)], values, css=css, is_cloze=True):
        assert_same_text(pair, css, ignores_spaces=True)


def unlike_each_other(sides: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Anki refuses templates with the same front."""
    return [(f"{front}{number}", back) for number, (front, back) in enumerate(sides)]
