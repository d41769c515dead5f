"""StudyApp's own notes that are changed in Anki and imported again."""

from pathlib import Path

import pytest
from anki.collection import Collection as Anki
from anki.notes import NoteId

from studyapp.core.notes.note import AnswerOption, Basic, Cloze, MultipleChoice, Note, Term, TypedAnswer
from studyapp.core.text.localized_text import CardLanguages, LocalizedText
from studyapp.core.transfer.import_losses import LossKind
from tests.anki.package_exchange import PackageExchange
from tests.anki.studyapp_instance import create_instance

BOTH = CardLanguages.ENGLISH_AND_TRADITIONAL
text = LocalizedText.language_neutral


def bilingual(english: str, chinese: str) -> LocalizedText:
    return LocalizedText((("en", english), ("zh-Hant", chinese)))


NOTES = [
    Note("d", "basic", Basic(text("front *f*"), text("back"))),
    Note("d", "pair", Basic(bilingual("question", "問題"), bilingual("answer", "答案")), ("tag",), "3.1"),
    Note("d", "cloze", Cloze(text("{{c1::one}} and {{c2::two}}")), explanation=text("why **not**")),
    Note("d", "term", Term(text("term"), text("definition"), text("translation"))),
    Note(
        "d",
        "choice",
        MultipleChoice(text("which?"), (AnswerOption(text("a"), True), AnswerOption(text("b")))),
    ),
    Note("d", "typed", TypedAnswer(text("type"), text("this"))),
    Note("d", "picture", Basic(text("![a cat](cat.png) here"), text("purr"))),
]


@pytest.fixture
def both(anki: Anki, tmp_path: Path) -> PackageExchange:
    instance = create_instance(tmp_path / "studyapp", NOTES)
    (instance.folder / "cat.png").write_bytes(b"cat")
    exchange = PackageExchange(anki, instance, tmp_path, "d.yaml")
    exchange.send_to_anki(BOTH)
    return exchange


def find(both: PackageExchange, name: str) -> NoteId:
    (note_id,) = both.anki.find_notes(f"Identity:d/{name}")
    return note_id


@pytest.mark.parametrize(
    ("name", "field", "html", "old", "new"),
    [
        ("basic", "Front", "changed <b>f</b>", "front: front *f*", "front: changed **f**"),
        ("basic", "Back", "x<br>y", "back: back", "back: |-\n      x\n      y"),
        ("cloze", "Text", "{{c1::one}} and {{c2::three}}", "{{c2::two}}", "{{c2::three}}"),
        ("cloze", "Why", "because", "why: why **not**", "why: because"),
        ("term", "Translation", "other", "translation: translation", "translation: other"),
        ("choice", "Front", "who?", "front: which?", "front: who?"),
        ("typed", "Answer", "that", "answer: this", "answer: that"),
        ("pair", "Section", "§ 4", "section: '3.1'", "section: '4'"),
        (
            "pair", "Front", '<div class="lang" lang="en">query</div><div class="lang" lang="zh-Hant">問題</div>', "en: question", "en: query",
        ),
    ],
)  # fmt: skip
def test_changed_field_updates_the_deck_file(
    both: PackageExchange, name: str, field: str, html: str, old: str, new: str
) -> None:
    before = both.deck.read_text()
    assert old in before
    both.edit_in_anki(find(both, name), **{field: html})
    report = both.import_package()
    assert (report.updated_count, report.losses, report.conflicts) == (1, (), ())
    assert both.deck.read_text() == before.replace(old, new, 1)
    again = both.import_package()
    assert (again.updated_count, again.unchanged_count) == (0, len(NOTES))
    both.send_to_anki(BOTH)
    assert both.anki.get_note(find(both, name))[field] == html
    assert both.import_package().updated_count == 0


def test_change_here_after_a_change_in_anki_is_no_conflict(both: PackageExchange) -> None:
    both.edit_in_anki(find(both, "basic"), Front="from Anki")
    both.import_package()
    both.edit_here("front: from Anki", "front: from here")
    report = both.import_package()
    assert (report.kept_count, report.conflicts) == (1, ())
    assert "front: from here" in both.deck.read_text()


def test_change_in_anki_on_top_of_an_export_is_no_conflict(both: PackageExchange) -> None:
    both.edit_in_anki(find(both, "basic"), "marked")
    both.import_package()
    both.edit_here("front: front *f*", "front: second")
    both.send_to_anki(BOTH)
    both.edit_here("front: second", "front: third")
    both.edit_in_anki(find(both, "basic"), Back="from Anki")
    report = both.import_package()
    assert (report.merged_count, report.conflicts) == (1, ())
    assert "front: third\n    back: from Anki" in both.deck.read_text()


def test_same_field_changed_on_both_sides_is_a_conflict(both: PackageExchange) -> None:
    both.edit_in_anki(find(both, "basic"), Front="from Anki")
    both.edit_here("front: front *f*", "front: from here")
    (conflict,) = both.import_package().conflicts
    assert (conflict.mine.id, conflict.fields) == ("basic", ("front",))


@pytest.mark.parametrize(
    ("name", "field", "html"),
    [
        ("choice", "Options", "<ul><li>a</li></ul>"),
        ("basic", "Evidence", "certain"),
        ("pair", "Back", "no languages any more"),
        ("pair", "Back", "<div" + ' lang="a"' * 100_000),  # no regular expression needs quadratic time
        ("basic", "Front", '<span style="color: red">red</span>'),
        ("basic", "Languages", "tlh"),
    ],
)
def test_change_that_the_note_cant_express_is_named_on_each_import(
    both: PackageExchange, name: str, field: str, html: str
) -> None:
    before = both.deck.read_bytes()
    both.edit_in_anki(find(both, name), **{field: html})
    for _ in range(2):
        report = both.import_package()
        assert [(loss.kind, loss.note_excerpt, loss.name) for loss in report.losses] == [
            (LossKind.FIELD_NOT_EXPRESSIBLE, f"d/{name}", field)
        ]
        assert both.deck.read_bytes() == before


def test_pictures_keep_their_files(both: PackageExchange) -> None:
    note_id = find(both, "picture")
    both.anki.media.write_data("dog.png", b"dog")
    cat = both.anki.get_note(note_id)["Front"]
    both.edit_in_anki(note_id, Front=f'<img src="dog.png"> and {cat}')
    assert both.import_package().losses == ()
    assert "![](d-media/dog.png) and ![a cat](cat.png) here" in both.deck.read_text()
    assert (both.instance.folder / "d-media" / "dog.png").read_bytes() == b"dog"
    assert [path.name for path in (both.instance.folder / "d-media").iterdir()] == ["dog.png"]


def test_new_studyapp_gets_the_notes_as_they_are_in_anki(both: PackageExchange, tmp_path: Path) -> None:
    both.edit_in_anki(find(both, "basic"), "new-tag", Front="from Anki")
    other = PackageExchange(both.anki, create_instance(tmp_path / "other", ()), tmp_path, "d.yaml")
    report = other.import_package()
    assert (report.added_count, report.losses) == (len(NOTES), ())
    assert "front: from Anki" in other.deck.read_text() and "new-tag" in other.deck.read_text()
    assert other.import_package().unchanged_count == len(NOTES)
    other.instance.close()


def test_picture_of_a_note_that_is_added_again_replaces_no_other_file(both: PackageExchange) -> None:
    text = both.deck.read_text()
    start, end = text.index("  - id: basic"), text.index("  - id: pair")
    both.deck.write_text(text[:start] + text[end:])
    (both.instance.folder / "cat.png").write_bytes(b"another cat")
    media = both.instance.folder / "d-media"
    media.mkdir()
    (media / "dog.png").write_bytes(b"another dog")
    both.anki.media.write_data("dog.png", b"dog")
    both.edit_in_anki(find(both, "basic"), Front='<img src="dog.png">')
    assert both.import_package().added_count == 1
    (name,) = {path.name for path in media.iterdir()} - {"dog.png"}
    assert f"front: '![](d-media/{name})'" in both.deck.read_text()
    assert (media / name).read_bytes() == b"dog"
    assert (media / "dog.png").read_bytes() == b"another dog"
