"""An import from Anki names the notes that their decks have retired, and doesn't add them here again."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from anki.collection import Collection as Anki

from studyapp.core.notes.note_guid import derive_guid
from studyapp.core.study.journal import EntryKind
from studyapp.core.transfer.import_losses import Loss, LossKind
from studyapp.services.editing.note_moving import move_notes
from tests.anki.anki_collections import (
    add_note,
    add_note_type,
    review_cards_in_anki,
)
from tests.anki.bundled_editions import read_decks, write_first_edition, write_revised_first_edition
from tests.anki.package_exchange import PackageExchange
from tests.anki.studyapp_instance import create_instance

HEADER = "deck: d\ntitle: Deck\n"
OLD, KEPT = "  - {id: old, front: the old one, back: b}\n", "  - {id: kept, front: the kept one, back: b}\n"
OLD_IS_RETIRED = Loss(LossKind.RETIRED_HERE, "d/old")


@pytest.fixture
def both(tmp_path: Path) -> Iterator[PackageExchange]:
    """A deck that was exported to Anki and has retired one of its two notes since."""
    exchange = create_exchange(tmp_path)
    exchange.deck.write_text(f"{HEADER}notes:\n{OLD}{KEPT}")
    exchange.send_to_anki()
    exchange.deck.write_text(f"{HEADER}retired: [old]\nnotes:\n{KEPT}")
    yield exchange
    close(exchange)


def create_exchange(folder: Path) -> PackageExchange:
    instance = create_instance(folder / "studyapp", ())
    return PackageExchange(Anki(str(folder / "collection.anki2")), instance, folder, "d.yaml")


def close(exchange: PackageExchange) -> None:
    exchange.anki.close()
    exchange.instance.close()


def edit_front(exchange: PackageExchange, front: str, new_front: str) -> None:
    (note_id,) = exchange.anki.find_notes(f'"Front:{front}"')
    exchange.edit_in_anki(note_id, Front=new_front)


def ids_here(exchange: PackageExchange) -> list[str]:
    return [note.id for note in exchange.instance.load_notes()]


@pytest.mark.parametrize("ending", ["apkg", "colpkg"])
@pytest.mark.parametrize("is_new_computer", [False, True], ids=["updated", "new-computer"])
def test_new_edition_of_the_bundled_decks_stays_as_it_is(
    tmp_path: Path, ending: str, is_new_computer: bool
) -> None:
    """Also where the first edition never was."""
    sender, bundled = create_exchange(tmp_path), tmp_path / "bundled"
    write_first_edition(sender.instance.folder)
    first = {note.key for deck in read_decks(sender.instance.folder) for note in deck.notes}
    sender.send_to_anki()
    shutil.rmtree(sender.instance.folder)
    sender.instance.folder.mkdir()
    write_revised_first_edition(bundled)
    retired = first - {note.key for deck in read_decks(bundled) for note in deck.notes}
    instance = create_instance(tmp_path / "new", ()) if is_new_computer else sender.instance
    receiver = PackageExchange(sender.anki, instance, tmp_path)
    for _ in range(2):
        report = receiver.import_package(ending=ending, bundled=bundled)
        assert (report.added_count, report.written_files) == (0, ())
        assert report.existing_count == len(first) - len(retired)
        named = [loss.note_excerpt for loss in report.losses if loss.kind is LossKind.RETIRED_HERE]
        assert sorted(named) == sorted(retired)
    assert list(instance.folder.iterdir()) == []
    assert sender.anki.note_count() == len(first)
    instance.close()
    close(sender)


def test_retired_note_that_was_edited_in_anki_is_named_too(both: PackageExchange) -> None:
    edit_front(both, "the old one", "my own words")
    edit_front(both, "the kept one", "better words")
    report = both.import_package()
    assert (report.added_count, report.updated_count, report.losses) == (0, 1, (OLD_IS_RETIRED,))
    assert both.deck.read_text() == f"{HEADER}retired: [old]\nnotes:\n{KEPT}".replace(
        "the kept one", "better words"
    )
    assert both.anki.find_notes('"Front:my own words"')


def test_note_whose_id_is_not_retired_any_more_returns_with_its_progress(both: PackageExchange) -> None:
    edit_front(both, "the old one", "my own words")
    deck_id = both.anki.decks.id_for_name("StudyApp::Deck")
    assert deck_id is not None
    both.anki.decks.select(deck_id)
    review_cards_in_anki(both.anki, 1, 2)
    assert both.import_package().losses == (OLD_IS_RETIRED,)
    assert {card.note_key for card in both.instance.load_log()} == {"d/kept"}
    both.deck.write_text(both.deck.read_text().replace("retired: [old]\n", ""))
    report = both.import_package()
    assert (report.added_count, report.losses) == (1, ())
    assert ids_here(both) == ["kept", "old"] and "my own words" in both.deck.read_text()
    reviews = [
        row for rows in both.instance.load_log().values() for row in rows if row[2] is EntryKind.REVIEW
    ]
    assert both.anki.db is not None
    assert len(reviews) == both.anki.db.scalar("SELECT count() FROM revlog") == 2


def test_copy_made_in_anki_is_a_note_of_its_own(both: PackageExchange) -> None:
    """It never gets a retired ID, and neither does a new note whose text would give one."""
    both.deck.write_text(f"{HEADER}retired: [Old, a-new-one]\nnotes:\n{KEPT}")
    (note_id,) = both.anki.find_notes('"Front:the old one"')
    original = both.anki.get_note(note_id)
    add_note(both.anki, "StudyApp basic", *original.fields, deck="StudyApp::Deck", tags=tuple(original.tags))
    report = both.import_package()
    assert (report.added_count, report.losses) == (1, (OLD_IS_RETIRED,))
    table = both.folder / "table.csv"
    table.write_text("#deck:d\nfront,back\nA new one,back\n")
    assert both.instance.import_file(table).added_count == 1
    assert ids_here(both) == ["kept", "old-2", "a-new-one-2"]
    assert both.deck.read_text().startswith(f"{HEADER}retired: [Old, a-new-one]\nnotes:")
    assert not both.refresh().problems
    report = both.import_package()
    assert (report.added_count, report.existing_count, report.losses) == (0, 2, (OLD_IS_RETIRED,))


def test_note_with_a_retired_id_that_is_here_is_updated(both: PackageExchange) -> None:
    both.deck.write_text(f"{HEADER}retired: [old]\nnotes:\n{OLD}{KEPT}")
    edit_front(both, "the old one", "better words")
    report = both.import_package()
    assert (report.updated_count, report.existing_count, report.losses) == (1, 2, ())
    assert "better words" in both.deck.read_text()


def test_note_that_was_moved_before_its_former_id_was_retired_is_not_named(both: PackageExchange) -> None:
    both.deck.write_text(f"{HEADER}notes:\n{OLD}{KEPT}")
    (both.instance.folder / "e.yaml").write_text("deck: e\ntitle: E\nnotes: []\n")
    move_notes(both.edit_environment(), ["d/old"], "e")
    both.deck.write_text(f"{HEADER}retired: [old]\nnotes:\n{KEPT}")
    report = both.import_package()
    assert (report.added_count, report.existing_count, report.losses) == (0, 2, ())


def test_retired_notes_of_a_deck_that_was_removed_return(both: PackageExchange) -> None:
    both.deck.unlink()
    report = both.import_package()
    assert (report.added_count, report.losses) == (2, ())
    assert sorted(ids_here(both)) == ["kept", "old"]


def test_new_note_of_anki_joins_the_deck_whose_notes_are_all_retired(both: PackageExchange) -> None:
    fresh = "  - {id: fresh, front: not in Anki, back: b}\n"
    both.deck.write_text(f"deck: d\ntitle: Renamed\nretired: [old, kept]\nnotes:\n{fresh}")
    add_note(both.anki, "Basic", "new in Anki", "b", deck="StudyApp::Deck")
    report = both.import_package()
    assert (report.added_count, len(report.losses)) == (1, 2)
    assert ids_here(both) == ["fresh", "new-in-anki"]


def test_retired_note_that_came_from_anki_is_recognized(tmp_path: Path) -> None:
    """It has no key in Anki, and its ID may be listed in other letter cases."""
    both = create_exchange(tmp_path)
    both.deck_name = "spanish.yaml"
    name = add_note_type(both.anki, "Words", [("{{One}}", "{{Two}}")])
    for front in ("uno", "dos"):
        add_note(both.anki, name, front, f"back of {front}", deck="Spanish")
    assert both.import_package().added_count == 2
    head, uno, dos = both.deck.read_text().split("  - id: ")
    assert uno.startswith("uno\n")
    head = head.replace("\nnotes:", "\nretired: [Uno]\nnotes:")
    both.deck.write_text(f"{head}  - id: {dos}")
    report = both.import_package()
    assert (report.added_count, report.existing_count) == (0, 1)
    assert [loss for loss in report.losses if loss.kind is LossKind.RETIRED_HERE] == [
        Loss(LossKind.RETIRED_HERE, "spanish/uno")
    ]
    close(both)


def test_text_file_adds_a_retired_note(both: PackageExchange) -> None:
    table = both.folder / "notes.txt"
    table.write_text(
        f"#separator:tab\n#guid column:1\n#deck:d\n{derive_guid('d/old')}\tthe old one\tb\n", encoding="utf-8"
    )
    report = both.instance.import_file(table)
    assert (report.added_count, report.losses) == (1, ())
    assert ids_here(both)[0] == "kept" and len(ids_here(both)) == 2


def test_package_of_studyapp_is_treated_the_same(both: PackageExchange) -> None:
    assert both.instance.import_file(both.folder / "back.apkg").losses == (OLD_IS_RETIRED,)
