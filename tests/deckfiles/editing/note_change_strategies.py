"""Random changes of notes: hypothesis strategies."""

from dataclasses import replace

from hypothesis import strategies as st

from studyapp.core.notes.note import (
    AnswerOption,
    Basic,
    Cloze,
    CustomContent,
    Evidence,
    MultipleChoice,
    Note,
    NoteContent,
    Reversed,
    Term,
    TypedAnswer,
)
from studyapp.core.text.localized_text import LocalizedText

TEXTS = st.one_of(
    st.sampled_from(
        [
            "new",
            "two words",
            "first line\nsecond line",
            "paragraph\n\nanother one that is long enough to be wrapped if it has to be, which takes some words\n",
            'it\'s: "quoted" #no',
            "x # y",
            "- item",
            "? ",
            "[x], {y}",
            "  leading",
            "trailing \n",
            "\n\nblank before",
            "tab\tinside\n\tand before",
            "a\r\nb\rc",
            "next\x85line\u2028separator",
            "&anchor",
            "*alias",
            "!tag x",
            "%",
            "`code` @home",
            "| pipe\n> angle",
            "end\n\n\n",
            " \n x",
            "問題：「答案」",
            "...",
            "---\nx",
            "C:\\path\\new",
            "no",
            "\ufeffbom",
            "~",
        ]
    ),
    st.text(st.sampled_from("ab \n\t:#'\"\\-|>{}[],&*!?%@`問\u00a0"), min_size=1, max_size=30),
).filter(lambda text: text.strip() != "")


LANGUAGES = st.lists(st.sampled_from(["en", "zh-Hant", "de", "fr"]), min_size=1, max_size=3, unique=True)


@st.composite
def changed_texts(draw: st.DrawFn, text: LocalizedText | None) -> LocalizedText:
    """A text that differs from `text` in one version, in its languages, or entirely."""
    if text is not None and draw(st.booleans()):
        versions = list(text.versions)
        index = draw(st.integers(0, len(versions) - 1))
        versions[index] = (versions[index][0], draw(TEXTS))
        return LocalizedText(tuple(versions))
    if draw(st.booleans()):
        return LocalizedText.language_neutral(draw(TEXTS))
    old = dict(text.versions) if text else {}
    return LocalizedText(tuple((language, old.get(language) or draw(TEXTS)) for language in draw(LANGUAGES)))


@st.composite
def changed_options(draw: st.DrawFn, options: tuple[AnswerOption, ...]) -> tuple[AnswerOption, ...]:
    changed = list(options)
    if draw(st.booleans()):
        index = draw(st.integers(0, len(changed) - 1))
        option = changed[index]
        changed[index] = draw(
            st.sampled_from(
                [
                    replace(option, text=draw(changed_texts(option.text))),
                    replace(option, is_correct=True),
                    replace(option, explanation=draw(changed_texts(option.explanation))),
                    replace(option, explanation=None),
                ]
            )
        )
    if draw(st.booleans()):
        new_option = AnswerOption(draw(changed_texts(None)), draw(st.booleans()))
        changed.insert(draw(st.integers(0, len(changed))), new_option)
    if len(changed) > 2 and draw(st.booleans()):
        del changed[draw(st.integers(0, len(changed) - 1))]
    if not any(option.is_correct for option in changed):
        changed[0] = replace(changed[0], is_correct=True)
    return tuple(changed)


@st.composite
def changed_contents(draw: st.DrawFn, content: NoteContent) -> NoteContent:
    if draw(st.sampled_from([False] * 5 + [True])) and not isinstance(content, CustomContent):
        new_contents: list[NoteContent] = [
            Basic(draw(changed_texts(None)), draw(changed_texts(None))),
            Reversed(draw(changed_texts(None)), draw(changed_texts(None))),
            TypedAnswer(draw(changed_texts(None)), draw(changed_texts(None))),
            Term(draw(changed_texts(None)), draw(changed_texts(None))),
            Cloze(LocalizedText.language_neutral("New {{c1::gap}}\n\nand {{c2::more}}")),
        ]
        return draw(st.sampled_from(new_contents))
    match content:
        case Basic(front, back) | Reversed(front, back):
            return type(content)(
                draw(changed_texts(front)), draw(st.sampled_from([back, draw(changed_texts(back))]))
            )
        case TypedAnswer(front, answer):
            return TypedAnswer(front, draw(changed_texts(answer)))
        case Term(term, definition, translation):
            new_translation = draw(st.sampled_from([None, draw(changed_texts(translation))]))
            return Term(term, draw(changed_texts(definition)), new_translation)
        case MultipleChoice(front, options):
            return MultipleChoice(front, draw(changed_options(options)))
        case CustomContent(note_type, fields):
            return CustomContent(note_type, (draw(TEXTS), draw(st.sampled_from([*fields, ""]))))
        case _:
            return Cloze(LocalizedText.language_neutral("Another {{c1::gap}}"))


TAGS = st.lists(
    st.sampled_from(["x", "y", "z", "new", "it's", "標籤", "a:b", "no", "-"]), max_size=4, unique=True
)


@st.composite
def changed_notes(draw: st.DrawFn, note: Note, *, has_default_why: bool) -> Note:
    """A note that differs from `note` in some fields."""
    changes = {
        "content": lambda: replace(note, content=draw(changed_contents(note.content))),
        "tags": lambda: replace(note, tags=tuple(draw(TAGS))),
        "section": lambda: replace(note, section=draw(st.one_of(st.just(""), TEXTS)).strip()),
        "evidence": lambda: replace(note, evidence=draw(st.sampled_from([None, *Evidence]))),
        "explanation": lambda: replace(
            note,
            explanation=draw(changed_texts(note.explanation))
            if has_default_why
            else draw(st.one_of(st.none(), changed_texts(note.explanation))),
        ),
        "prerequisites": lambda: replace(
            note,
            prerequisites=(
                *note.prerequisites[:1],
                *draw(st.sampled_from([(), ("other/x",), ("other/y", "other/z")])),
            ),
        ),
    }
    for name in draw(st.lists(st.sampled_from(list(changes)), min_size=1, max_size=3, unique=True)):
        note = changes[name]()
    return note
