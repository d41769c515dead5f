"""Notes edited in Anki come into the deck files, merged field by field with what was edited here."""

from pathlib import Path

import pytest

from studyapp.core.notes.media_names import media_folder
from studyapp.services.editing.edit_undo import undo_last
from studyapp.services.exchange.sync_decisions import ConflictChoice, SyncDecisions
from studyapp.services.exchange.sync_report import SyncReport
from tests.anki.anki_collections import add_note, export_package
from tests.anki.ankiconnect_server import AnkiConnectServer
from tests.anki.studyapp_instance import StudyAppInstance, create_instance
from tests.anki.sync_actions import compare, sync, sync_request

HTML = '<div style="text-align:right">two&nbsp;&nbsp;words<br><br>of&#8203;HTML</div>'


@pytest.fixture
def spanish(server: AnkiConnectServer, tmp_path: Path) -> StudyAppInstance:
    """An instance with a deck that was imported from Anki, with comments of the user in its file."""
    add_note(server.anki, "Basic", "uno", "one", deck="Spanish")
    add_note(server.anki, "Basic", "dos", HTML, deck="Spanish")
    add_note(server.anki, "Cloze", "{{c1::tres}} is three", "", deck="Spanish")
    instance = create_instance(tmp_path / "studyapp", ())
    instance.import_file(export_package(server.anki, tmp_path))
    path = instance.folder / "spanish.yaml"
    path.write_text(path.read_text().replace("notes:", "# my comment\nnotes:", 1) + "# the end\n")
    sync(instance, server)
    return instance


def deck_text(instance: StudyAppInstance, deck: str = "spanish") -> str:
    return (instance.folder / f"{deck}.yaml").read_text()


def edit_here(instance: StudyAppInstance, old: str, new: str, deck: str = "spanish") -> None:
    text = deck_text(instance, deck)
    assert old in text
    (instance.folder / f"{deck}.yaml").write_text(text.replace(old, new))
    instance.time.now += 3_600_000


def edit_in_anki(server: AnkiConnectServer, query: str, **html_by_field: str) -> None:
    (number,) = server.anki.find_notes(query)
    note = server.anki.get_note(number)
    for name, html in html_by_field.items():
        note[name] = html
    server.anki.update_note(note)
    assert server.anki.db is not None
    server.anki.db.execute("UPDATE notes SET mod = mod + 60 WHERE id = ?", number)


def fields_in_anki(server: AnkiConnectServer) -> list[str]:
    assert server.anki.db is not None
    return server.anki.db.list("SELECT flds FROM notes ORDER BY id")


def test_edit_in_anki_changes_only_the_lines_of_its_note_and_can_be_undone(
    spanish: StudyAppInstance, server: AnkiConnectServer
) -> None:
    before = deck_text(spanish)
    edit_in_anki(server, "Front:uno", Back="<b>one</b>, not two")
    in_anki = fields_in_anki(server)
    assert compare(spanish, server).updated_here == ("spanish/uno",)
    assert deck_text(spanish) == before
    report = sync(spanish, server)
    assert report == SyncReport(received_count=1)
    changed = [
        (old, new)
        for old, new in zip(before.splitlines(), deck_text(spanish).splitlines(), strict=True)
        if old != new
    ]
    assert len(changed) == 1
    assert "**one**, not two" in changed[0][1]
    assert fields_in_anki(server) == in_anki
    assert sync(spanish, server) == SyncReport()
    undo_last(sync_request(spanish, server).environment)
    assert deck_text(spanish) == before
    spanish.close()


def test_text_that_was_not_edited_here_stays_byte_for_byte(
    spanish: StudyAppInstance, server: AnkiConnectServer
) -> None:
    in_anki = fields_in_anki(server)
    assert HTML in "\x1f".join(in_anki)
    edit_here(spanish, "Front: dos", "Front: zwei")
    assert sync(spanish, server).updated_count == 1
    changed = [(old, new) for old, new in zip(in_anki, fields_in_anki(server), strict=True) if old != new]
    assert changed == [(f"dos\x1f{HTML}", f"zwei\x1f{HTML}")]
    spanish.close()


def test_edits_of_different_fields_are_merged(spanish: StudyAppInstance, server: AnkiConnectServer) -> None:
    edit_here(spanish, "front: uno", "front: un")
    edit_in_anki(server, "Front:uno", Back="the first")
    report = sync(spanish, server)
    assert (report.received_count, report.updated_count, report.conflicts) == (1, 1, ())
    assert "un\x1fthe first" in fields_in_anki(server)
    assert "the first" in deck_text(spanish)
    assert sync(spanish, server) == SyncReport()
    spanish.close()


@pytest.mark.parametrize("choice", list(ConflictChoice))
def test_conflict_is_shown_and_decided(
    spanish: StudyAppInstance, server: AnkiConnectServer, choice: ConflictChoice
) -> None:
    edit_here(spanish, "back: one", "back: eins")
    edit_in_anki(server, "Front:uno", Back="ein")
    (conflict,) = compare(spanish, server).conflicts
    assert (conflict.mine.key, conflict.fields) == ("spanish/uno", ("back",))
    decisions = SyncDecisions(choice_by_conflict={"spanish/uno": choice})
    report = sync(spanish, server, decisions)
    here, there = {
        ConflictChoice.LEAVE: ("eins", "ein"),
        ConflictChoice.HERE: ("eins", "eins"),
        ConflictChoice.ANKI: ("ein", "ein"),
    }[choice]
    assert f"back: {here}\n" in deck_text(spanish)
    assert f"uno\x1f{there}" in fields_in_anki(server)
    assert report.conflicts == (("spanish/uno",) if choice is ConflictChoice.LEAVE else ())
    assert (report.received_count, report.updated_count) == (
        choice is ConflictChoice.ANKI,
        choice is ConflictChoice.HERE,
    )
    assert sync(spanish, server, decisions) == SyncReport(conflicts=report.conflicts)
    spanish.close()


def test_same_edit_on_both_sides_needs_nothing(spanish: StudyAppInstance, server: AnkiConnectServer) -> None:
    edit_here(spanish, "back: one", "back: first")
    edit_in_anki(server, "Front:uno", Back="first")
    assert sync(spanish, server) == SyncReport()
    spanish.close()


def test_tags_and_stars_in_anki(spanish: StudyAppInstance, server: AnkiConnectServer) -> None:
    numbers = server.anki.find_notes("Front:uno")
    server.anki.tags.bulk_add(numbers, "verb marked")
    edit_here(spanish, "back: one", "back: first")
    report = sync(spanish, server)
    assert (report.received_count, report.updated_count) == (1, 1)
    assert "verb" in deck_text(spanish)
    assert "marked" not in deck_text(spanish)
    assert server.anki.get_note(numbers[0]).tags == ["marked", "verb"]
    assert sync(spanish, server) == SyncReport()
    spanish.close()


def test_new_image_comes_along(spanish: StudyAppInstance, server: AnkiConnectServer) -> None:
    server.anki.media.write_data("uno.png", b"one")
    edit_in_anki(server, "Front:uno", Back='one <img src="uno.png">')
    assert sync(spanish, server) == SyncReport(received_count=1)
    assert [path.read_bytes() for path in spanish.folder.rglob("uno.png")] == [b"one"]
    spanish.close()


def test_new_image_goes_to_anki_and_other_files_are_kept_there(
    spanish: StudyAppInstance, server: AnkiConnectServer
) -> None:
    folder = spanish.folder / media_folder("spanish")
    folder.mkdir(parents=True, exist_ok=True)
    for name in ("mine.png", "other.png"):
        (folder / name).write_bytes(name.encode())
    server.anki.media.write_data("other.png", b"of the learner")
    links = " ".join(f"![]({media_folder('spanish')}/{name})" for name in ("mine.png", "other.png"))
    edit_here(spanish, "back: one", f'back: "one {links}"')
    report = sync(spanish, server)
    assert (report.updated_count, report.media_kept_in_anki) == (1, ("other.png",))
    stored = {path.name: path.read_bytes() for path in Path(server.anki.media.dir()).glob("*.png")}
    assert stored == {"mine.png": b"mine.png", "other.png": b"of the learner"}
    spanish.close()


def test_new_blank_in_anki_makes_a_new_card_here(
    spanish: StudyAppInstance, server: AnkiConnectServer
) -> None:
    edit_in_anki(server, '"is three"', Text="{{c1::tres}} is {{c2::three}}")
    assert sync(spanish, server) == SyncReport(received_count=1)
    assert "{{c2::three}}" in deck_text(spanish)
    assert sync(spanish, server) == SyncReport()
    spanish.close()


def test_note_of_studyapp_edited_in_anki(instance: StudyAppInstance, server: AnkiConnectServer) -> None:
    sync(instance, server)
    edit_in_anki(server, '"Front:front 1"', Back="<strong>back</strong> from the phone")
    edit_here(instance, "front 1", "front one", "d")
    report = sync(instance, server)
    assert (report.received_count, report.updated_count, report.conflicts, report.losses) == (1, 1, (), ())
    assert "**back** from the phone" in deck_text(instance, "d")
    (number,) = server.anki.find_notes('"Front:front one"')
    assert server.anki.get_note(number)["Back"] == "<strong>back</strong> from the phone"
    assert sync(instance, server) == SyncReport()


def test_note_edited_in_anki_during_the_sync_is_not_overwritten(
    spanish: StudyAppInstance, server: AnkiConnectServer
) -> None:
    edit_here(spanish, "back: one", "back: eins")

    def edit_meanwhile(action: str) -> None:
        if action == "notesInfo":
            server.before = lambda _: None
            edit_in_anki(server, "Front:uno", Back="ein")

    server.before = edit_meanwhile
    report = sync(spanish, server)
    assert (report.updated_count, report.not_stored) == (0, ("spanish/uno",))
    assert "uno\x1fein" in fields_in_anki(server)
    assert [one.fields for one in compare(spanish, server).conflicts] == [("back",)]
    spanish.close()
