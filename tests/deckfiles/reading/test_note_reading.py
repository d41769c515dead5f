import pytest

from studyapp.core.notes.note import (
    AnswerOption,
    Basic,
    Cloze,
    Evidence,
    MultipleChoice,
    NoteContent,
    Reversed,
    Term,
    TypedAnswer,
)
from studyapp.core.text.localized_text import LocalizedText
from studyapp.deckfiles.field_names import FIELDS_BY_TYPE
from tests.deckfiles.deck_texts import (
    DECK_HEADER,
    GOOD_NOTE,
    indented,
    note_ids,
    only_note,
    problem_positions,
    read_text,
)

F, B = LocalizedText.language_neutral("f"), LocalizedText.language_neutral("b")


@pytest.mark.parametrize(
    ("fields", "content"),
    [
        ("front: f\nback: b", Basic(F, B)),
        ("type: basic\nfront: f\nback: b", Basic(F, B)),
        ("type: reversed\nfront: f\nback: b", Reversed(F, B)),
        ("type: term\nterm: f\ndefinition: b", Term(F, B)),
        (
            "term: f\ndefinition: b\ntranslation: {zh-Hant: 詞}",
            Term(F, B, LocalizedText((("zh-Hant", "詞"),))),
        ),
        ("type: cloze\ntext: '{{c1::f}}'", Cloze(LocalizedText.language_neutral("{{c1::f}}"))),
        ("text: '{{c1::f}}'", Cloze(LocalizedText.language_neutral("{{c1::f}}"))),
        ("type: typed\nfront: f\nanswer: b", TypedAnswer(F, B)),
        ("front: f\nanswer: b", TypedAnswer(F, B)),
        (
            "front: f\noptions:\n- {text: f, right: true}\n- b\n- {text: f, right: No, why: b}",
            MultipleChoice(F, (AnswerOption(F, True), AnswerOption(B), AnswerOption(F, False, B))),
        ),
        (
            "type: choice\nfront: f\noptions: [f, {text: b, right: YES}]",
            MultipleChoice(F, (AnswerOption(F), AnswerOption(B, True))),
        ),
    ],
)
def test_note_type_is_read_from_its_fields(fields: str, content: NoteContent) -> None:
    assert only_note("id: a\n" + fields).content == content


@pytest.mark.parametrize(("kind", "fields"), FIELDS_BY_TYPE.items())
def test_missing_field_is_reported(kind: str, fields: tuple[str, ...]) -> None:
    for missing in set(fields) - {"translation"}:
        written = "".join(
            f"\n{field}: '{{{{c1::x}}}}'" for field in fields if field not in (missing, "options")
        )
        reading = read_text(DECK_HEADER + GOOD_NOTE + indented(f"id: a\ntype: {kind}{written}"))
        assert ("field-missing", 5, 5, "a") in problem_positions(reading)
        assert f"Field `{missing}` is missing. `{kind}` needs it." in [
            one.message for one in reading.problems
        ]
        assert note_ids(reading) == ["good"]


def test_all_errors_of_a_note_are_reported() -> None:
    reading = read_text(DECK_HEADER + "  - {id: a, why: []}\n")
    assert [code for code, *_ in problem_positions(reading)] == [
        "field-missing",
        "field-missing",
        "text-expected",
    ]


@pytest.mark.parametrize(
    ("options", "code", "line", "column"),
    [
        ("text", "list-expected", 6, 14),
        ("[{text: f, right: true}]", "too-few-options", 6, 14),
        ("[]", "too-few-options", 6, 14),
        ("[f, b]", "no-right-option", 6, 14),
        ("[{text: f, right: false}, b]", "no-right-option", 6, 14),
        ("[{text: f, right: maybe}, {text: b, right: true}]", "unclear-right", 6, 32),
        ("[{right: true}, b]", "field-missing", 6, 15),
        ("[{text: f, right: true}, '']", "field-empty", 6, 39),
        ("[{text: f, right: true}, [b]]", "text-expected", 6, 39),
    ],
)
def test_invalid_options_are_reported(options: str, code: str, line: int, column: int) -> None:
    reading = read_text(DECK_HEADER + f"  - id: a\n    front: f\n    options: {options}\n" + GOOD_NOTE)
    assert problem_positions(reading) == [(code, line, column, "a")]
    assert note_ids(reading) == ["good"]


def test_unknown_type_suggests_closest() -> None:
    reading = read_text(DECK_HEADER + GOOD_NOTE + "  - {id: a, type: clozes, text: x}\n")
    assert problem_positions(reading) == [("unknown-type", 5, 19, "a")]
    assert reading.problems[0].hint.endswith("The closest is `cloze`.")
    assert note_ids(reading) == ["good"]


@pytest.mark.parametrize(
    ("note", "column", "suggestion"),
    [
        ("{id: a, front: f, back: b, tag: x}", 32, "tags"),
        ("{id: a, front: f, back: b, definition: x}", 32, "section"),
        ("{id: a, front: f, options: [f, {text: b, right: true, rigth: x}]}", 59, "right"),
    ],
)
def test_unknown_field_is_ignored_with_suggestion(note: str, column: int, suggestion: str) -> None:
    reading = read_text(DECK_HEADER + f"  - {note}\n")
    assert problem_positions(reading) == [("unknown-field", 4, column, "a")]
    assert note_ids(reading) == ["a"]
    assert f"`{suggestion}`" in reading.problems[0].hint


def test_common_fields_are_read() -> None:
    note = only_note("id: a\nfront: f\nback: b\nsection: ' 3.1 '\nevidence: strong-hypothesis\nwhy: {en: f}")
    assert (note.deck_id, note.id, note.section) == ("d", "a", "3.1")
    assert note.evidence is Evidence.STRONG_HYPOTHESIS
    assert note.explanation == LocalizedText((("en", "f"),))


def test_unknown_evidence_is_ignored() -> None:
    reading = read_text(DECK_HEADER + "  - {id: a, front: f, back: b, evidence: hypotesis}\n")
    assert problem_positions(reading) == [("unknown-evidence", 4, 42, "a")]
    assert reading.problems[0].hint == "The closest grade is `hypothesis`."
    assert reading.deck is not None and reading.deck.notes[0].evidence is None


def test_note_must_be_a_mapping() -> None:
    reading = read_text(DECK_HEADER + "  - only words\n  - [a, b]\n" + GOOD_NOTE)
    assert problem_positions(reading) == [("mapping-expected", 4, 5, ""), ("mapping-expected", 5, 5, "")]
    assert note_ids(reading) == ["good"]


DEFAULTS = (
    'deck: d\ntitle: t\ndefaults: {type: reversed, section: "2", tags: [x], evidence: hypothesis}\nnotes:\n'
)


def test_defaults_apply_to_notes_without_own_value() -> None:
    note = only_note("id: a\nfront: f\nback: b\ntags: y", DEFAULTS)
    assert (note.content, note.section, note.tags) == (Reversed(F, B), "2", ("y",))
    assert note.evidence is Evidence.HYPOTHESIS
    assert only_note("id: a\ntype: typed\nfront: f\nanswer: b", DEFAULTS).content == TypedAnswer(F, B)


def test_warning_in_defaults_is_reported_once() -> None:
    notes = "".join(f"  - {{id: n{n}, front: f, back: b}}\n" for n in range(5))
    reading = read_text("deck: d\ntitle: t\ndefaults: {evidence: sure}\nnotes:\n" + notes)
    assert [(code, line) for code, line, *_ in problem_positions(reading)] == [("unknown-evidence", 3)]
    assert len(note_ids(reading)) == 5


def test_error_in_defaults_skips_notes_using_it() -> None:
    notes = "".join(f"  - {{id: n{n}, front: f, back: b}}\n" for n in range(3))
    reading = read_text(
        "deck: d\ntitle: t\ndefaults: {why: []}\nnotes:\n"
        + notes
        + "  - {id: z, front: f, back: b, why: w}\n"
    )
    assert [(code, line) for code, line, *_ in problem_positions(reading)] == [("text-expected", 3)]
    assert note_ids(reading) == ["z"]


def test_defaults_cannot_contain_id_or_text_fields() -> None:
    reading = read_text("deck: d\ntitle: t\ndefaults: {id: x, front: f}\nnotes:\n  - {id: a, back: b}\n")
    assert [(code, line) for code, line, *_ in problem_positions(reading)] == [
        ("unknown-field", 3),
        ("unknown-field", 3),
        ("field-missing", 5),
    ]
