"""Hypothesis strategies for notes of any built-in type."""

from hypothesis import strategies as st

from studyapp.core.notes.note import (
    AnswerOption,
    Basic,
    Cloze,
    Evidence,
    MultipleChoice,
    Note,
    NoteContent,
    Reversed,
    Term,
    TypedAnswer,
)
from studyapp.core.text.localized_text import LocalizedText

words = st.one_of(
    st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=30),
    st.text("ab {}[]()<>&;:!*_`\\$#\n\t|~-.1é中，", min_size=1, max_size=40),
).filter(lambda text: bool(text.strip()))


texts = st.one_of(
    words.map(LocalizedText.language_neutral),
    words.map(lambda text: LocalizedText((("zh-Hant", text),))),
    st.tuples(words, words).map(lambda pair: LocalizedText((("en", pair[0]), ("zh-Hant", pair[1])))),
)


cloze_parts = st.builds(
    lambda before, number, hidden, hint: f"{before} {{{{c{number}::{hidden}{hint}}}}}",
    words,
    st.sampled_from([1, 2, 3, 17, 500]),
    words,
    st.one_of(st.just(""), words.map("::{}".format)),
)


clozes = st.lists(cloze_parts, min_size=1, max_size=4).map("\n".join)


cloze_texts = st.one_of(
    clozes.map(LocalizedText.language_neutral),
    st.tuples(clozes, clozes).map(lambda pair: LocalizedText((("en", pair[0]), ("zh-Hant", pair[1])))),
)


options = st.builds(AnswerOption, texts, st.booleans(), st.none() | texts)


contents: st.SearchStrategy[NoteContent] = st.one_of(
    st.builds(Basic, texts, texts),
    st.builds(Reversed, texts, texts),
    st.builds(Term, texts, texts, st.none() | texts),
    st.builds(Cloze, cloze_texts),
    st.builds(MultipleChoice, texts, st.lists(options, min_size=1, max_size=30).map(tuple)),
    st.builds(TypedAnswer, texts, texts),
)


any_note = st.builds(
    lambda content, tags, section, evidence, explanation: Note(
        "d", "n", content, tags, section, evidence, (), explanation
    ),
    contents,
    st.lists(words, max_size=3).map(tuple),
    st.just("") | words,
    st.none() | st.sampled_from(Evidence),
    st.none() | texts,
)
