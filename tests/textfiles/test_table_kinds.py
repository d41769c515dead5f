"""Importing tables of many kinds: which notes they become, and what is reported."""

from pathlib import Path

import pytest

from studyapp.core.cards.card import cards_of
from studyapp.core.notes.note import Basic, Cloze, CustomContent, Note, Reversed, TypedAnswer
from studyapp.core.text.localized_text import LocalizedText
from studyapp.core.transfer.import_losses import Loss, LossKind
from tests.anki.studyapp_instance import StudyAppInstance
from tests.textfiles.text_import_helpers import import_text, notes_in, sides


def explanations(notes: list[Note]) -> list[str]:
    return [note.explanation.versions[0][1] if note.explanation else "" for note in notes]


def card_counts(notes: list[Note]) -> list[int]:
    return [len(cards_of(note)) for note in notes]


@pytest.mark.parametrize(
    ("content", "extra"),
    [
        ("Front,Back,Note\nMöwe,gull,rare\n", "rare"),
        ("Word,Meaning,Type\njump,saltar,verb\n", "verb"),
        ("Frage;Antwort;Beschreibung\nkurz?;lang;ein Wort\n", "ein Wort"),
        ("Front,Back,Notes\na,b,see *page* 3\n", "see \\*page\\* 3"),
        ("Note,Front,Back\nfirst,a,b\n", "first"),
    ],
)
def test_column_called_note_or_type_is_kept(
    instance: StudyAppInstance, tmp_path: Path, content: str, extra: str
) -> None:
    report = import_text(instance, tmp_path, "t.csv", content)
    assert (report.added_count, report.losses) == (1, ())
    assert explanations(notes_in(instance, "t")) == [extra]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("#separator:Comma,,\nripe fig?,purple,Fruit::Soft\nlime?,green,Fruit::Sour\n", ("ripe fig?", "purple", ("Fruit::Soft",))),
        ("#separator:Semicolon;;\n#html:true;;\n#tags column:3;;\n<b>fig</b>;purple;soft, sweet\n", ("**fig**", "purple", ("soft", "sweet"))),
        ('"#separator:Comma",,\n"#tags:all, fruit",,\nfig,purple,soft\n', ("fig", "purple", ("all", "fruit", "soft"))),
        ("#separator:\t\n#tags column:1\nsoft\tfig\tpurple\n", ("fig", "purple", ("soft",))),
        ("#separator:Semicolon\n#columns:Front;Back;Tags\n#tags column:3\nfig;purple;soft\n", ("fig", "purple", ("soft",))),
        ("#columns:Back|Front\n#separator:Pipe\npurple|fig\n", ("fig", "purple", ())),
        ("sep=;\nfig;purple\n", ("fig", "purple", ())),
        ("fig|purple\npea|green\n", ("fig", "purple", ())),
        ("Fig; ripe, or not?|purple\npea|green\n", ("Fig; ripe, or not?", "purple", ())),
    ],
)  # fmt: skip
def test_table_of_a_spreadsheet_or_of_anki(
    instance: StudyAppInstance, tmp_path: Path, content: str, expected: tuple[str, str, tuple[str, ...]]
) -> None:
    report = import_text(instance, tmp_path, "fruit.csv", content)
    assert report.losses == ()
    first = notes_in(instance, "fruit")[0]
    assert (*sides(instance, "fruit")[0], first.tags) == expected


def test_deck_of_a_file_header_has_no_delimiters_at_its_end(
    instance: StudyAppInstance, tmp_path: Path
) -> None:
    import_text(instance, tmp_path, "t.csv", "#separator:Comma,,\n#deck:Fruit::Red,,\nfig,purple,x\n")
    assert sides(instance, "fruit-red") == [("fig", "purple")]
    text = (instance.folder / "fruit-red.yaml").read_text(encoding="utf-8")
    assert "title: Fruit::Red\n" in text


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("#separator:tab\n#notetype:Basic (and reversed card)\nbread\tpan\n", Reversed),
        ("#separator:tab\n#notetype:Basic (type in the answer)\n3+3?\tsix\n", TypedAnswer),
        ("#separator:tab\n#notetype:Cloze\n{{c1::Lima}} is in Peru\tcity\n", Cloze),
        ("#separator:tab\n#notetype:Einfach (und die umgekehrte Richtung)\nBrot\tbread\n", Reversed),
        ("#separator:tab\n#notetype:基本型（輸入答案）\n三加三？\t六\n", TypedAnswer),
        ("#separator:tab\n#notetype:Basic-0f3c9\nbread\tpan\n", Basic),
        ("bread,pan\n", Basic),
        ("{{c1::Lima}} is in Peru,city\n", Cloze),
    ],
)
def test_note_type_is_the_one_that_the_file_names(
    instance: StudyAppInstance, tmp_path: Path, content: str, expected: type
) -> None:
    report = import_text(instance, tmp_path, "t.csv", content)
    assert (report.added_count, report.losses) == (1, ())
    assert [type(note.content) for note in notes_in(instance, "t")] == [expected]


def test_note_types_may_differ_by_row(instance: StudyAppInstance, tmp_path: Path) -> None:
    content = (
        "#separator:tab\n#html:true\n#notetype column:2\n#tags column:6\n"
        "bread\tBasic (and reversed card)\tpan\t\t\tfood\n"
        "oak\tBasic (optional reversed card)\troble\ty\t\t\n"
        "ash\tBasic (optional reversed card)\tfresno\t\t\t\n"
        "3+3?\tBasic (type in the answer)\tsix\t\t\t\n"
        "{{c1::Lima}} is in {{c2::Peru}}\tCloze\tsouth\t\t\t\n"
        "hi\tBasic\thola\t\t\t\n"
        "run\tVerbs\tcorrer\tran\trun\t\n"
    )
    report = import_text(instance, tmp_path, "t.txt", content)
    assert (report.added_count, report.losses) == (7, ())
    notes = notes_in(instance, "t")
    assert card_counts(notes) == [2, 2, 1, 1, 2, 1, 1]
    assert [type(note.content) for note in notes] == [
        Reversed, CustomContent, Basic, TypedAnswer, Cloze, Basic, CustomContent,
    ]  # fmt: skip
    verb = notes[-1].content
    assert isinstance(verb, CustomContent)
    assert (verb.note_type.name, verb.fields) == ("Verbs", ("run", "correr", "ran", "run"))
    assert notes[4].explanation == LocalizedText.language_neutral("south")


def test_note_of_an_unknown_type_keeps_its_type_and_all_columns(
    instance: StudyAppInstance, tmp_path: Path
) -> None:
    content = "#notetype:Vocabulary\n#columns:Word\tSense\tUse\nflee\tescape\tThey fled.\n"
    import_text(instance, tmp_path, "t.txt", content)
    (note,) = notes_in(instance, "t")
    assert isinstance(note.content, CustomContent)
    assert note.content.note_type.name == "Vocabulary"
    assert note.content.note_type.fields == ("Word", "Sense", "Use")
    assert note.content.fields == ("flee", "escape", "They fled.")


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("expression,reading,meaning,tags,guid\n鳥,とり,bird,N4 animals,x1\n", ("鳥", "bird")),
        ("Hanzi,Pinyin,English\n鳥,niǎo,bird\n", ("鳥", "niǎo")),
        ("Spanish,English\npájaro,bird\n", ("pájaro", "bird")),
        ("Meaning,Kanji\nbird,鳥\n", ("bird", "鳥")),
    ],
)
def test_first_column_is_the_question_without_a_column_for_it(
    instance: StudyAppInstance, tmp_path: Path, content: str, expected: tuple[str, str]
) -> None:
    report = import_text(instance, tmp_path, "t.csv", content)
    assert (report.added_count, report.losses) == (1, ())
    assert sides(instance, "t") == [expected]


@pytest.mark.parametrize("quoted", ['"Ciao" is a greeting', '"Ciao', '5" pipe', 'a "b" c'])
def test_quotes_within_cells_of_a_table_with_tabs_are_text(
    instance: StudyAppInstance, tmp_path: Path, quoted: str
) -> None:
    report = import_text(instance, tmp_path, "t.tsv", f"{quoted}\tx\nbread\tpan\n")
    assert (report.added_count, report.losses) == (2, ())
    assert sides(instance, "t") == [(quoted, "x"), ("bread", "pan")]


def test_everything_that_is_not_imported_is_reported(instance: StudyAppInstance, tmp_path: Path) -> None:
    content = (
        "#html:perhaps\nFront,Back,guid\none,1,g1\ntwo,2,g1\nthree,3,g3,more\n# a remark\nfour,,g4\n,5,g5\n"
    )
    report = import_text(instance, tmp_path, "t.csv", content)
    assert report.losses == (
        Loss(LossKind.FILE_HEADER_UNUSED, name="#html:perhaps", line=1),
        Loss(LossKind.SURPLUS_CELLS, line=5),
        Loss(LossKind.ROW_IS_COMMENT, "# a remark", line=6),
        Loss(LossKind.ROW_WITHOUT_QUESTION, line=8),
        Loss(LossKind.ROW_REPEATS_GUID, line=4),
        Loss(LossKind.ROW_WITHOUT_ANSWER, line=7),
    )
    assert len(notes_in(instance, "t")) == 3
