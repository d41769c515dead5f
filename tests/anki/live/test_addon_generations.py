"""Versions of the add-on with and without the actions for packages give the same result."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from anki.collection import Collection as Anki

from studyapp.anki.live import package_sending
from studyapp.anki.live.ankiconnect import AnkiConnectError, ConnectProblem
from studyapp.services.exchange.sync_decisions import SyncDecisions
from studyapp.services.exchange.sync_report import SyncReport
from tests.anki.ankiconnect_server import AnkiConnectServer, run_server
from tests.anki.studyapp_instance import StudyAppInstance
from tests.anki.sync_actions import compare, review_cards, sync


def content(anki: Anki) -> object:
    """What the learner has in Anki, without ids that depend on the time."""
    assert anki.db is not None
    return (
        anki.db.all("SELECT guid, mid, flds, tags FROM notes ORDER BY guid"),
        anki.db.all(
            "SELECT guid, ord, type, queue, CASE type WHEN 2 THEN cards.due - ? ELSE cards.due END, ivl, factor, reps, lapses, left, cards.flags, cards.data "
            "FROM cards JOIN notes ON notes.id = nid ORDER BY guid, ord",
            anki.sched.today,
        ),
        [anki.decks.name(deck) for deck in anki.db.list("SELECT DISTINCT did FROM cards")],
        anki.db.all(
            "SELECT guid, ord, revlog.id, ease, revlog.ivl, lastIvl, revlog.factor, time, revlog.type "
            "FROM revlog JOIN cards ON cards.id = cid JOIN notes ON notes.id = nid ORDER BY revlog.id"
        ),
        sorted(path.name for path in Path(anki.media.dir()).iterdir()),
    )


def test_handed_over_package_gives_the_same_as_an_imported_one(
    instance: StudyAppInstance, server: AnkiConnectServer
) -> None:
    review_cards(instance, 5)
    sync(instance, server)
    with TemporaryDirectory() as folder:
        anki = Anki(str(Path(folder) / "collection.anki2"))
        assert anki.db is not None
        anki.db.execute("UPDATE col SET crt = crt - 41 * 86400")
        with run_server(anki) as later_server:
            later_server.has_package_actions = False
            preview = compare(instance, later_server)
            assert (preview.is_handed_over, preview.pushed_review_count) == (True, 5)
            report = sync(instance, later_server)
            assert (report.added_count, report.pushed_review_count, report.not_stored) == (9, 5, ())
            assert content(anki) == content(server.anki)
            assert sync(instance, later_server) == SyncReport()
        anki.close()
    assert not compare(instance, server).is_handed_over


def test_updates_need_no_import(instance: StudyAppInstance, server: AnkiConnectServer) -> None:
    sync(instance, server)
    server.has_package_actions = False
    path = instance.folder / "d.yaml"
    path.write_text(path.read_text().replace("front 1", "front one"))
    instance.time.now += 3_600_000
    assert not compare(instance, server).is_handed_over
    assert sync(instance, server).updated_count == 1
    assert server.calls["guiImportFile"] == 0
    assert server.anki.find_notes('"Front:front one"')


def test_import_that_is_not_confirmed_is_reported(
    instance: StudyAppInstance, server: AnkiConnectServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(package_sending, "_CONFIRMATION_TIMEOUT", 3)
    monkeypatch.setattr(package_sending, "_CHECK_INTERVAL", 0.01)
    server.has_package_actions = server.confirms_imports = False
    with pytest.raises(AnkiConnectError) as raised:
        sync(instance, server)
    assert raised.value.problem is ConnectProblem.IMPORT_NOT_CONFIRMED
    assert not list(Path(server.anki.media.dir()).parent.glob("studyapp-*"))
    server.confirms_imports = True
    assert sync(instance, server).added_count == 9


def test_import_with_removed_classes_is_handed_over(
    instance: StudyAppInstance, server: AnkiConnectServer
) -> None:
    """An add-on that still lists the action, on an Anki without the classes that it uses."""

    def fail(path: str) -> bool:
        raise NameError("name 'AnkiPackageImporter' is not defined")

    server.do_import_package = fail  # type: ignore[method-assign]
    assert sync(instance, server).added_count == 9
    assert server.calls["guiImportFile"] == 1


def test_refused_package_is_not_handed_over(instance: StudyAppInstance, server: AnkiConnectServer) -> None:
    def fail(path: str) -> bool:
        raise ValueError("not a package")

    server.do_import_package = fail  # type: ignore[method-assign]
    with pytest.raises(AnkiConnectError, match="not a package"):
        sync(instance, server)
    assert server.calls["guiImportFile"] == 0


def test_remote_anki_without_exports_is_reported(
    instance: StudyAppInstance, server: AnkiConnectServer
) -> None:
    sync(instance, server)
    server.is_remote, server.has_package_actions = True, False
    with pytest.raises(AnkiConnectError) as raised:
        sync(instance, server)
    assert raised.value.problem is ConnectProblem.ADDON_OUTDATED
    assert "exportPackage" in str(raised.value)


def test_addon_that_cannot_list_its_actions_is_used(
    instance: StudyAppInstance, server: AnkiConnectServer
) -> None:
    def refuse(action: str) -> None:
        if action in ("apiReflect", "getActiveProfile"):
            raise ValueError("unsupported action")

    server.before = refuse
    assert compare(instance, server).profile_name == "anki"  # the folder of the profile
    assert sync(instance, server).added_count == 9


def test_reviewer_is_left_before_anything_changes(
    instance: StudyAppInstance, server: AnkiConnectServer
) -> None:
    server.is_reviewing = True
    assert compare(instance, server).profile_name == "Ann"
    assert server.is_reviewing
    changed_while_reviewing: list[str] = []

    def watch(action: str) -> None:
        if server.is_reviewing and action in ("importPackage", "setSpecificValueOfCard", "updateNoteFields"):
            changed_while_reviewing.append(action)

    server.before = watch
    sync(instance, server)
    assert not server.is_reviewing
    server.is_reviewing = True
    assert sync(instance, server) == SyncReport()
    assert server.is_reviewing, "a sync without changes doesn't disturb the review"
    review_cards(instance, 1)
    sync(instance, server)
    assert not server.is_reviewing
    assert changed_while_reviewing == []


def test_closed_connection_is_not_reported_as_slow(
    instance: StudyAppInstance, server: AnkiConnectServer
) -> None:
    server.mode = "closed"
    with pytest.raises(AnkiConnectError) as raised:
        sync(instance, server)
    assert raised.value.problem is ConnectProblem.CONNECTION_LOST


def test_profile_opened_since_the_comparison_is_left_alone(
    instance: StudyAppInstance, server: AnkiConnectServer
) -> None:
    decisions = SyncDecisions(profile_name=compare(instance, server).profile_name)
    server.profile = "Ben"
    with pytest.raises(AnkiConnectError) as raised:
        sync(instance, server, decisions)
    assert raised.value.problem is ConnectProblem.OTHER_PROFILE
    assert "Ben" in str(raised.value)
    assert server.anki.note_count() == 0
