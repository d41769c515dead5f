"""Packages that the real Anki writes, of everything it has, taken in; and packages that nobody should have written."""

import contextlib
import json
import re
import sqlite3
import sys
import time
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from anki.collection import Collection as Anki
from anki.collection import ImportAnkiPackageOptions, ImportAnkiPackageRequest

from studyapp.anki.reading.html_to_markdown import convert_to_markdown
from studyapp.anki.reading.note_type_detection import detect_shape
from studyapp.anki.reading.package_reading import open_package
from studyapp.core.cards.card import cards_of
from studyapp.core.notes.custom_note_type import CardTemplate, CustomNoteType
from studyapp.core.notes.note import Basic, Cloze, CustomContent, Note, Reversed, TypedAnswer
from studyapp.core.rendering.face import render_face
from studyapp.core.study.journal import EntryKind
from studyapp.core.study.schedule import LearningPhase, NewPhase, RelearningPhase, ReviewPhase
from studyapp.core.text.localized_text import CardLanguages, LocalizedText
from studyapp.core.transfer.import_losses import LossKind
from studyapp.core.transfer.package_model import SourceCard, SourceNote
from studyapp.core.transfer.unreadable_file import UnreadableFileError
from studyapp.services.library.library_refresh import refresh_library
from studyapp.services.options.study_options import load_option_overrides, set_option
from studyapp.services.transfer.deck_export import export_decks
from studyapp.services.transfer.export_request import ExportRequest
from studyapp.store import journal_entries, schedules
from studyapp.store import notes as note_table
from tests.anki.anki_collections import add, package, study
from tests.anki.studyapp_instance import Machine, notes_of
from tests.anki.studyapp_instance import machine as at_home
from tests.core.html_check import image_names
from tests.services.study_driver import DAY, FakeTime

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

FORMS = [(ending, legacy) for ending in ("apkg", "colpkg") for legacy in (False, True)]


@pytest.fixture
def anki(tmp_path: Path) -> Iterator[Anki]:
    (tmp_path / "theirs").mkdir()
    opened = Anki(str(tmp_path / "theirs" / "collection.anki2"))
    yield opened
    if opened.db is not None:
        opened.close()


@pytest.fixture
def machine(tmp_path: Path) -> Iterator[Machine]:
    made = Machine.at(tmp_path / "ours" / "collection.db")
    made.folder.mkdir()
    made.time = FakeTime(round(time.time() * 1000))
    yield made
    made.close()


@pytest.mark.parametrize(("ending", "legacy"), FORMS)
def test_all_forms_are_read(anki: Anki, machine: Machine, tmp_path: Path, ending: str, legacy: bool) -> None:
    anki.media.write_data("a b.png", b"picture")
    add(anki, "Basic", "<b>front</b>", '<img src="a b.png">', deck="One::Two", tags=("x", "y::z"))
    add(anki, "Basic (and reversed card)", "here", "there", deck="One::Two")
    add(anki, "Basic (optional reversed card)", "a", "b", "", deck="One::Two")
    add(anki, "Basic (optional reversed card)", "c", "d", "yes", deck="One::Two")
    add(anki, "Basic (type in the answer)", "type", "this", deck="One::Two")
    add(anki, "Cloze", "{{c1::A}} and<br>{{c2::B::hint}}", "more", deck="One::Two")
    report = machine.take_in(package(anki, tmp_path, ending, legacy=legacy))
    assert (report.added_count, report.losses) == (6, ())
    plain = LocalizedText.language_neutral
    optional = notes_of(machine, "one-two")[3]
    assert isinstance(optional, CustomContent)
    assert optional.fields == ("c", "d", "yes")
    assert [card.ordinal for card in cards_of(Note("d", "n", optional))] == [1, 2]
    assert notes_of(machine, "one-two") == [
        Basic(plain("**front**"), plain("![](one-two-media/a%20b.png)")),
        Reversed(plain("here"), plain("there")),
        Basic(plain("a"), plain("b")),
        optional,
        TypedAnswer(plain("type"), plain("this")),
        Cloze(plain("{{c1::A}} and\n{{c2::B::hint}}")),
    ]
    assert (machine.folder / "one-two-media" / "a b.png").read_bytes() == b"picture"
    text = (machine.folder / "one-two.yaml").read_text()
    assert "title: One::Two\n" in text
    assert "tags: [x, 'y::z']" in text
    again = machine.take_in(package(anki, tmp_path, ending, legacy=legacy))
    assert (again.added_count, again.existing_count, again.entry_count) == (0, 6, 0)


def test_cards_in_all_states_stand_as_in_anki(anki: Anki, machine: Machine, tmp_path: Path) -> None:
    anki.set_config("fsrs", True)
    numbers = [add(anki, "Basic", f"front {number}", "back") for number in range(12)]
    study(anki, 1, 25)
    cards = {number: anki.get_note(number).cards()[0] for number in numbers}  # type: ignore[arg-type]
    reviewed = [card for card in cards.values() if card.reps]
    anki.sched.suspend_cards([reviewed[0].id])
    anki.sched.bury_cards([reviewed[1].id], manual=True)
    anki.set_user_flag_for_cards(6, [reviewed[2].id])
    anki.sched.set_due_date([reviewed[3].id], "9")
    anki.sched.schedule_cards_as_new([reviewed[4].id])
    filtered = anki.sched.get_or_create_filtered_deck(deck_id=0)  # type: ignore[arg-type]
    filtered.config.search_terms[0].search = '"front:front 11"'
    filtered.config.search_terms[0].limit = 10
    anki.sched.add_or_update_filtered_deck(filtered)
    report = machine.take_in(package(anki, tmp_path))
    assert report.added_count == 12
    assert Counter(loss.kind for loss in report.losses) == {}
    assert anki.db is not None
    today = machine.clock().today()
    with machine.collection.read_transaction() as connection:
        note_ids = {note.anki_guid: note.id for note, _ in note_table.iterate_present(connection, "default")}
        by_note = {card.note_id: schedule for card, schedule in schedules.iterate_all(connection)}
        lines = sum(
            entry.kind in (EntryKind.REVIEW, EntryKind.RESET, EntryKind.SET_DUE)
            for _, journal in journal_entries.iterate_by_card(connection)
            for entry in journal
        )
    assert lines >= anki.db.scalar("SELECT count() FROM revlog")
    for number in numbers:
        card = anki.get_note(number).cards()[0]  # type: ignore[arg-type]
        schedule = by_note.get(note_ids[anki.get_note(number).guid])  # type: ignore[arg-type]
        if schedule is None:
            assert (card.type, card.queue) == (0, 0)
            continue
        assert {0: NewPhase, 1: LearningPhase, 2: ReviewPhase, 3: RelearningPhase}[card.type] is type(
            schedule.phase
        )
        match schedule.phase:
            case ReviewPhase(due_day=due_day):
                due = card.odue or card.due
                assert due_day - today == due - anki.sched.today
            case LearningPhase(due_at=due_at) | RelearningPhase(due_at=due_at):
                assert due_at // 1000 == (card.odue or card.due)
        assert schedule.is_suspended is (card.queue == -1)
        assert (schedule.buried_on_day == today) is (card.queue in (-2, -3))
        assert schedule.flag == card.user_flag()
        data = json.loads(
            (card.memory_state and anki.db.scalar("SELECT data FROM cards WHERE id = ?", card.id)) or "{}"
        )
        if "s" in data and schedule.memory is not None:
            assert schedule.memory.stability == pytest.approx(data["s"], rel=1e-3, abs=5e-5)
            assert schedule.memory.difficulty == pytest.approx(data["d"], abs=1e-2)


def test_what_is_not_as_in_anki_is_named(anki: Anki, machine: Machine, tmp_path: Path) -> None:
    occlusion = "{{c1::image-occlusion:rect:left=.1:top=.1:width=.2:height=.2}}"
    add(anki, "Image Occlusion", occlusion, "<img src=x.png>", "", "", "")
    add(anki, "Basic", 'H<sub>2</sub>O <span style="color: red">x</span>', "")
    add(anki, "Basic", "[sound:a.mp3]", '<img src="gone.png">')
    add(anki, "Cloze", r"{{c1::A}} is \(e^{x_{1}}\)", "")
    report = machine.take_in(package(anki, tmp_path))
    assert report.added_count == 4
    assert {(loss.kind, loss.name) for loss in report.losses} == {
        (LossKind.TEMPLATE_SCRIPT, "Image Occlusion"),
        (LossKind.MISSING_MEDIA, "x.png"),
        (LossKind.SOUND, "a.mp3"),
        (LossKind.MISSING_MEDIA, "a.mp3"),
        (LossKind.MISSING_MEDIA, "gone.png"),
        (LossKind.FORMULA, ""),
    }


def test_notes_are_added_to_a_file_that_was_edited_meanwhile(
    anki: Anki, machine: Machine, tmp_path: Path
) -> None:
    add(anki, "Basic", "one", "1")
    machine.take_in(package(anki, tmp_path))
    path = machine.folder / "default.yaml"
    edited = path.read_text().replace("notes:\n", "notes:\n  # mine\n").replace("front: one", "front: One!")
    path.write_text(edited)
    add(anki, "Basic", "two", "2")
    report = machine.take_in(package(anki, tmp_path))
    assert (report.added_count, report.existing_count) == (1, 1)
    assert path.read_text().startswith(edited)
    assert [content.front.versions[0][1] for content in notes_of(machine, "default")] == ["One!", "two"]  # type: ignore[attr-defined]


def test_a_file_with_something_behind_its_notes_is_left_alone(
    anki: Anki, machine: Machine, tmp_path: Path
) -> None:
    add(anki, "Basic", "one", "1")
    machine.take_in(package(anki, tmp_path))
    path = machine.folder / "default.yaml"
    path.write_text(path.read_text() + "description: at the end\n")
    before = path.read_text()
    add(anki, "Basic", "two", "2")
    report = machine.take_in(package(anki, tmp_path))
    assert [loss.kind for loss in report.losses] == [LossKind.NOT_APPENDED]
    assert path.read_text() == before


def damaged(path: Path, change: Callable[[dict[str, bytes]], None]) -> Path:
    """The package with other entries."""
    with zipfile.ZipFile(path) as package:
        held = {name: package.read(name) for name in package.namelist()}
    change(held)
    out = path.with_name("damaged.apkg")
    with zipfile.ZipFile(out, "w") as package:
        for name, data in held.items():
            package.writestr(name, data)
    return out


def _no_collection(held: dict[str, bytes]) -> None:
    for name in [name for name in held if name.startswith("collection")]:
        del held[name]


def _cut_short(held: dict[str, bytes]) -> None:
    held["collection.anki21b"] = held["collection.anki21b"][:500]


def _no_database(held: dict[str, bytes]) -> None:
    held["collection.anki21b"] = zstd.compress(b"x" * 5000)


def _half_a_database(held: dict[str, bytes]) -> None:
    held["collection.anki21b"] = zstd.compress(zstd.decompress(held["collection.anki21b"])[:9000])


def _no_list_of_media(held: dict[str, bytes]) -> None:
    held["media"] = zstd.compress(b"\xff\xff\xff\xff")


@pytest.mark.parametrize(
    "change", [_no_collection, _cut_short, _no_database, _half_a_database, _no_list_of_media]
)
def test_a_damaged_package_is_one_sentence_and_changes_nothing(
    anki: Anki, machine: Machine, tmp_path: Path, change: Callable[[dict[str, bytes]], None]
) -> None:
    add(anki, "Basic", "one", "1")
    bad = damaged(package(anki, tmp_path), change)
    with pytest.raises(UnreadableFileError):
        machine.take_in(bad)
    assert list(machine.folder.iterdir()) == []


def test_media_stay_in_their_folder(anki: Anki, machine: Machine, tmp_path: Path) -> None:
    add(anki, "Basic", '<img src="../../evil.png">', '<img src="/etc/evil.png">')
    good = package(anki, tmp_path, legacy=True)

    def name_badly(held: dict[str, bytes]) -> None:
        held["media"] = json.dumps(
            {"0": "../../evil.png", "1": "/etc/evil.png", "2": "..\\evil.png"}
        ).encode()
        held.update(dict.fromkeys("012", b"evil"))

    report = machine.take_in(damaged(good, name_badly))
    assert {loss.kind for loss in report.losses} == {LossKind.MISSING_MEDIA}
    assert not list(tmp_path.rglob("*evil*"))


def test_a_package_that_swells_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("studyapp.anki.reading.package_reading.MAX_COLLECTION_BYTES", 10_000_000)
    path = tmp_path / "bomb.apkg"
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("collection.anki21b", zstd.compress(b"\0" * 50_000_000))
        package.writestr("media", zstd.compress(b""))
    with pytest.raises(UnreadableFileError, match="larger than"), open_package(path):
        pass


def test_notes_join_their_neighbours_whatever_the_deck_is_called_now(
    anki: Anki, machine: Machine, tmp_path: Path
) -> None:
    add(anki, "Basic", "one", "1")
    machine.take_in(package(anki, tmp_path))
    path = machine.folder / "default.yaml"
    path.write_text(path.read_text().replace("title: Default", "title: Mine"))
    add(anki, "Basic", "two", "2")
    machine.take_in(package(anki, tmp_path))
    assert [file.name for file in machine.folder.glob("*.yaml")] == ["default.yaml"]
    assert len(notes_of(machine, "default")) == 2


ABSURD = ("'abc'", "3.5", "1e300", "x'00'", "9223372036854775807", "-9223372036854775808", "NULL")
COLUMNS = (
    *(f"cards.{name}" for name in ("mod", "type", "queue", "due", "ivl", "factor", "reps", "lapses", "left", "odue", "flags", "data")),
    *(f"revlog.{name}" for name in ("id", "ease", "ivl", "lastIvl", "factor", "time", "type")),
    "col.crt",
    "notes.guid",
    "notes.mid",
    "notes.tags",
)  # fmt: skip


@pytest.mark.parametrize("column", COLUMNS)
def test_whatever_stands_in_a_column_there_is_an_answer(
    anki: Anki, machine: Machine, tmp_path: Path, column: str
) -> None:
    add(anki, "Basic", "one", "1")
    add(anki, "Basic", "two", "2")
    study(anki, 1, 4)
    good = package(anki, tmp_path, legacy=True)
    table, _, name = column.partition(".")
    for value in ABSURD:

        def spoil(held: dict[str, bytes], value: str = value) -> None:
            with closing(sqlite3.connect(":memory:")) as connection:
                connection.deserialize(held["collection.anki21"])
                with contextlib.suppress(sqlite3.Error):  # some columns refuse some values
                    connection.execute("PRAGMA ignore_check_constraints = ON")
                    connection.execute(
                        f"UPDATE {table} SET {name} = {value} WHERE rowid = (SELECT min(rowid) FROM {table})"
                    )
                connection.commit()
                held["collection.anki21"] = connection.serialize()

        with contextlib.suppress(UnreadableFileError):
            machine.take_in(damaged(good, spoil))
        with machine.collection.read_transaction() as connection:
            latest = max(
                (entry.at for _, journal in journal_entries.iterate_by_card(connection) for entry in journal),
                default=0,
            )
        assert latest <= machine.time.now + DAY


@pytest.mark.parametrize(
    "template",
    [
        "{{Front}}{{" + " " * 20_000,
        "{{#" * 10_000,
        "<!--" * 10_000,
        "{{!" * 10_000,
        "<script " * 5_000,
        "<" * 40_000,
    ],
)
def test_odd_templates_are_no_type_of_ours(template: str) -> None:
    kind = CustomNoteType(1, "Odd", ("Front", "Back"), (CardTemplate("1", template, "{{Back}}"),), False, "")
    card = SourceCard(1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, "", ())
    assert detect_shape(SourceNote("g", kind, (), ("front", "back"), (card,))) is None


@pytest.mark.parametrize(
    "field",
    ["<img " * 20_000, "<" * 100_000, "<script " * 10_000, "<img src='" * 10_000, "[sound:" * 10_000, "<ul><li>" * 300,
     "a <![x y]]> b", "&#" + "9" * 5000 + ";"],
)  # fmt: skip
def test_odd_fields_are_taken_in(anki: Anki, machine: Machine, tmp_path: Path, field: str) -> None:
    add(anki, "Basic", f"words {field}", "back")
    add(anki, "Basic", "good", "one")
    machine.take_in(package(anki, tmp_path))
    words = [
        content.fields[0] if isinstance(content, CustomContent) else content.front.versions[0][1]  # type: ignore[attr-defined]
        for content in notes_of(machine, "default")
    ]
    assert "good" in words
    assert any(word.startswith("words") for word in words)


@pytest.mark.parametrize(
    ("html", "markdown"),
    [
        (r"{{c1::A}} is \(e^{x_{1}}\)", None),
        ("{{c1::{{c2::x}} y}} z", None),
        ("{{c1::a_b::h_i}}", r"{{c1::a\_b::h_i}}"),
        ("{{c0::z}} {{c1::y}}", None),
        ("{{c1,2::z}} {{c3::y}}", None),
    ],
)
def test_odd_blanks(anki: Anki, machine: Machine, tmp_path: Path, html: str, markdown: str | None) -> None:
    """What our blanks can't say is kept as it is, with the cards that Anki makes of it."""
    number = add(anki, "Cloze", html, "")
    machine.take_in(package(anki, tmp_path))
    (content,) = notes_of(machine, "default")
    note = Note("default", "n", content)  # type: ignore[arg-type]
    if markdown is None:
        assert isinstance(content, CustomContent)
        assert content.fields == (html, "")
    else:
        assert content == Cloze(LocalizedText.language_neutral(markdown))
    theirs = [card.ord + 1 for card in anki.get_note(number).cards()]  # type: ignore[arg-type]
    assert [card.ordinal for card in cards_of(note)] == [ordinal for ordinal in theirs if ordinal > 0]


@pytest.mark.parametrize(
    ("html", "words", "is_whole"),
    [
        ("Title<br>===", "Title\n\\===", True),
        ('<b>"q"</b>x', '"q"x', False),
        ('x<video src="m.mp4">', "x", False),
        ('<b style="color:red">x</b>', "**x**", False),
        ("<script>alert(1)</script>y", "y", True),
        ("<div>a</div><div>b</div>", "a\nb", True),
        ("snake_case *stars* &lt;b&gt;", "snake\\_case \\*stars\\* \\<b>", True),
        ("x<b> y</b>", "x **y**", True),
        ("1. not a list", "1\\. not a list", True),
    ],
)
def test_html_becomes_markdown_that_says_the_same(html: str, words: str, is_whole: bool) -> None:
    assert convert_to_markdown(html) == (words, is_whole)


def test_a_field_that_no_card_shows_is_kept(anki: Anki, machine: Machine, tmp_path: Path) -> None:
    basic_note = anki.models.by_name("Basic")
    assert basic_note is not None
    anki.models.add_field(basic_note, anki.models.new_field("Notes"))
    anki.models.update_dict(basic_note)
    add(anki, "Basic", "front", "back", "a secret")
    add(anki, "Basic", '<img src="a.png">', "back", "")
    add(anki, "Basic", '<img alt="x > y" src="a.png">', "labelled", "")
    anki.media.write_data("a.png", b"picture")
    report = machine.take_in(package(anki, tmp_path))
    assert report.losses == ()
    kept, plain, labelled = notes_of(machine, "default")
    assert isinstance(labelled, CustomContent)
    assert isinstance(kept, CustomContent)
    assert kept.fields == ("front", "back", "a secret")
    assert isinstance(plain, Basic)
    assert (machine.folder / "default-media" / "a.png").exists()


@pytest.mark.parametrize(("ending", "legacy"), FORMS)
def test_new_decks_are_studied_as_they_were(
    anki: Anki, machine: Machine, tmp_path: Path, ending: str, legacy: bool
) -> None:
    preset = anki.decks.add_config("Mine")
    preset |= {"desiredRetention": 0.85, "fsrsParams6": [0.3] * 21}
    preset["new"] |= {"perDay": 7, "delays": [2, 15.5], "order": 0}
    preset["rev"]["perDay"] = 300
    preset["lapse"]["delays"] = [2 * 24 * 60]
    anki.decks.update_config(preset)
    number = anki.decks.id("A::B")
    assert number is not None
    deck = anki.decks.get(number)
    assert deck is not None
    deck["conf"] = preset["id"]
    anki.decks.save(deck)
    add(anki, "Basic", "one", "1", deck="A::B")
    add(anki, "Basic", "two", "2", deck="Other")
    out = package(anki, tmp_path, ending, legacy=legacy)
    report = machine.take_in(out)
    assert [(loss.kind, loss.name) for loss in report.losses] == [
        (LossKind.FSRS_PARAMETERS, "A::B"),
        (LossKind.OPTION_OUT_OF_RANGE, "A::B"),
    ]
    chosen = {
        "retention": "85", "new_a_day": "7", "reviews_a_day": "300", "learning_steps": "2 15.5", "new_order": "random",
    }  # fmt: skip
    assert load_option_overrides(machine.collection, "a-b") == chosen
    assert load_option_overrides(machine.collection, "other") == {}
    set_option(machine.collection, "a-b", "retention", "95")
    machine.take_in(out)
    assert load_option_overrides(machine.collection, "a-b") == chosen | {"retention": "95"}


def test_a_note_of_ours_and_a_note_of_theirs_with_one_id_are_both_there(
    anki: Anki, machine: Machine, tmp_path: Path
) -> None:
    text = LocalizedText.language_neutral
    first = at_home(tmp_path / "first", [Note("d", "hello", Basic(text("our hello"), text("hola")))])
    library, _ = refresh_library(first.collection, [first.folder], first.clock())
    sent = tmp_path / "sent.apkg"
    export_decks(first.collection, library, ExportRequest(("d",), CardLanguages.ENGLISH, sent), first.clock())
    first.close()
    anki.import_anki_package(
        ImportAnkiPackageRequest(package_path=str(sent), options=ImportAnkiPackageOptions())
    )
    add(anki, "Basic", "hello", "their hello", deck="StudyApp::Deck")
    out = package(anki, tmp_path)
    assert machine.take_in(out).added_count == 2
    assert machine.take_in(out).added_count == 0
    (path,) = machine.folder.glob("*.yaml")
    assert sorted(re.findall("- id: (.*)", path.read_text())) == ["hello", "hello-2"]


def test_another_picture_of_the_same_name_stays_another(anki: Anki, machine: Machine, tmp_path: Path) -> None:
    anki.media.write_data("p.png", b"first")
    for front in ("one", "<u>two</u>"):
        add(anki, "Basic", front, '<img src="p.png">', deck="Anatomy")
    machine.take_in(package(anki, tmp_path))
    (tmp_path / "others").mkdir()
    other = Anki(str(tmp_path / "others" / "collection.anki2"))
    other.media.write_data("p.png", b"second")
    for front in ("three", "<u>four</u>"):
        add(other, "Basic", front, '<img src="p.png">', deck="Anatomy")
    machine.take_in(package(other, tmp_path / "others"))
    other.close()
    folder = machine.folder / "anatomy-media"
    shown = []
    with machine.collection.read_transaction() as connection:
        for note, _ in note_table.iterate_present(connection, "anatomy"):
            (name,) = image_names(render_face(cards_of(note)[0], CardLanguages.ENGLISH).answer)
            shown.append((machine.folder / name).read_bytes())
    assert shown == [b"first", b"first", b"second", b"second"]
    assert len(list(folder.iterdir())) == 2


def test_two_decks_with_other_pictures_of_one_name_tell_so(
    anki: Anki, machine: Machine, tmp_path: Path
) -> None:
    anki.media.write_data("p.png", b"first")
    for deck in ("One", "Two"):
        add(anki, "Basic", deck, '<img src="p.png">', deck=deck)
    machine.take_in(package(anki, tmp_path))
    (machine.folder / "two-media" / "p.png").write_bytes(b"second")
    library, _ = refresh_library(machine.collection, [machine.folder], machine.clock())
    request = ExportRequest(library.deck_ids, CardLanguages.ENGLISH, tmp_path / "out.apkg")
    report = export_decks(machine.collection, library, request, machine.clock())
    assert report.missing_media == (("two/two", "p.png"),)
