"""Hypothesis strategies for queries."""

from hypothesis import strategies as st

from studyapp.core.cards.card_id import CardId
from studyapp.core.search import query as tree
from studyapp.core.search.text_pattern import TextPattern, Wildcard
from studyapp.core.study.rating import Rating

TEXTS = st.text(
    st.sampled_from("ab dé能力程式:\"\\*_()-,.\u3000\n'#") | st.characters(exclude_categories=["Cs"]),
    min_size=1,
    max_size=8,
)


def _to_pattern(parts: list[str | Wildcard]) -> TextPattern:
    joined: list[str | Wildcard] = []
    for part in parts:
        if joined and isinstance(part, str) and isinstance(joined[-1], str):
            joined[-1] += part
        else:
            joined.append(part)
    return TextPattern(tuple(joined))


PATTERNS = st.lists(TEXTS | st.sampled_from(Wildcard), min_size=1, max_size=4).map(_to_pattern)
_ATTRIBUTE_PATTERNS = PATTERNS.filter(lambda pattern: "".join(pattern.texts).lower() != "none")
_FIELD_NAMES = st.sampled_from(
    [TextPattern.literal("front"), TextPattern.literal("Back"), TextPattern((Wildcard.ANY_TEXT,)),
     TextPattern((Wildcard.ANY_TEXT, "x", Wildcard.ANY_TEXT)), TextPattern((Wildcard.ANY_CHARACTER, "ront"))]
)  # fmt: skip
_EXPRESSIONS = st.sampled_from(["a+b", 'say "(x|y)"', r"\bcode\b", "a b", r"\\d", "^[a-z]+:$"])
_IDS = st.sampled_from(["deck/note", "note", "能力/程式", "a.b-c/d"])
_WHOLE_PROPERTIES = st.sampled_from(
    [tree.CardProperty.INTERVAL, tree.CardProperty.REVIEWS, tree.CardProperty.LAPSES, tree.CardProperty.DUE]
)
_FRACTIONS = st.integers(1000, 9_999_000).map(lambda number: number / 1000)

TERMS = st.one_of(
    st.builds(tree.TextTerm, PATTERNS),
    st.builds(tree.WordTerm, PATTERNS),
    st.builds(tree.RegexTerm, _EXPRESSIONS),
    st.builds(tree.FieldTerm, _FIELD_NAMES, PATTERNS | st.just(TextPattern())),
    st.builds(tree.FieldRegexTerm, _FIELD_NAMES, _EXPRESSIONS),
    st.builds(
        tree.AttributeTerm,
        st.sampled_from(tree.NoteAttribute).filter(lambda one: one is not tree.NoteAttribute.EVIDENCE),
        _ATTRIBUTE_PATTERNS,
    ),
    st.just(tree.AttributeTerm(tree.NoteAttribute.EVIDENCE, TextPattern.literal("hypothesis"))),
    st.just(tree.AttributeTerm(tree.NoteAttribute.TAG, None)),
    st.builds(tree.TagRegexTerm, _EXPRESSIONS),
    st.builds(tree.CardOrdinalTerm, st.integers(1, 999)),
    st.builds(tree.CardTemplateTerm, PATTERNS.filter(lambda pattern: not "".join(pattern.texts).isdecimal())),
    st.builds(tree.NoteIdTerm, st.lists(_IDS, min_size=1, max_size=3).map(tuple)),
    st.builds(
        tree.CardIdTerm,
        st.lists(st.builds(CardId, st.just("deck"), st.just("note"), st.integers(1, 99)), min_size=1).map(
            tuple
        ),
    ),
    st.builds(tree.StateTerm, st.sampled_from(tree.CardState)),
    st.builds(tree.FlagTerm, st.integers(0, 4)),
    st.builds(tree.PropertyTerm, _WHOLE_PROPERTIES, st.sampled_from(tree.Comparison), st.integers(0, 9999)),
    st.builds(
        tree.PropertyTerm,
        st.sampled_from([tree.CardProperty.STABILITY, tree.CardProperty.DIFFICULTY]),
        st.sampled_from(tree.Comparison),
        _FRACTIONS,
    ),
    st.builds(tree.RatedTerm, st.integers(1, 99), st.none() | st.sampled_from(Rating)),
    st.builds(tree.RecentTerm, st.sampled_from(tree.RecentEvent), st.integers(1, 99)),
    st.builds(
        tree.DuplicateTerm,
        st.just(TextPattern.literal("basic")),
        TEXTS,
    ),
)
QUERIES = st.just(tree.All()) | st.recursive(
    TERMS,
    lambda inner: st.one_of(
        st.builds(tree.And, st.lists(inner, min_size=2, max_size=3).map(tuple)),
        st.builds(tree.Or, st.lists(inner, min_size=2, max_size=3).map(tuple)),
        st.builds(tree.Not, inner),
    ),
    max_leaves=8,
)
