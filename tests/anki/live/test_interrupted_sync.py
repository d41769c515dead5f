"""A sync that ended after Anki got changed notes, but before that was recorded."""

import pytest

from studyapp.anki.live.ankiconnect import AnkiConnectError, ConnectProblem
from studyapp.core.text.localized_text import CardLanguages
from studyapp.services.exchange.anki_sync import SyncRequest, sync_with_anki
from studyapp.services.exchange.sync_report import SyncReport
from tests.anki.ankiconnect_server import AnkiConnectServer
from tests.anki.studyapp_instance import StudyAppInstance
from tests.anki.sync_actions import NO_DECISIONS, sync, sync_request


def sync_interrupted(request: SyncRequest, server: AnkiConnectServer) -> None:
    """Sync with an Anki that is quit once it has the changed notes."""

    def close_afterwards(action: str) -> None:
        if action in ("importPackage", "updateNoteFields"):
            server.mode = "closed"

    server.before = close_afterwards
    with pytest.raises(AnkiConnectError) as raised:
        sync_with_anki(request, NO_DECISIONS)
    assert raised.value.problem is ConnectProblem.CONNECTION_LOST
    server.mode, server.before = "ok", lambda _action: None


def test_note_edited_again_is_not_in_conflict(instance: StudyAppInstance, server: AnkiConnectServer) -> None:
    sync(instance, server)
    path = instance.folder / "d.yaml"
    path.write_text(path.read_text().replace("front 1", "front one"))
    instance.time.now += 3_600_000
    sync_interrupted(sync_request(instance, server), server)
    assert server.anki.find_notes('"Front:front one"')
    path.write_text(path.read_text().replace("front one", "front uno"))
    instance.time.now += 3_600_000
    report = sync(instance, server)
    assert (report.updated_count, report.received_count, report.conflicts) == (1, 0, ())
    assert server.anki.find_notes('"Front:front uno"')
    assert sync(instance, server) == SyncReport()


@pytest.mark.parametrize("has_synced", [True, False])
def test_other_languages_of_an_interrupted_sync_are_not_taken_for_edits(
    instance: StudyAppInstance, server: AnkiConnectServer, *, has_synced: bool
) -> None:
    path = instance.folder / "d.yaml"
    path.write_text(
        path.read_text().replace("front: front 1", "front: {en: front 1, zh-Hant: 正面}", 1)
        + "  - {id: lang, front: {en: English, zh-Hant: 英文}, back: {en: back, zh-Hant: 背面}}\n"
    )
    request = sync_request(instance, server)
    both = request._replace(scope=request.scope._replace(languages=CardLanguages.ENGLISH_AND_TRADITIONAL))
    if has_synced:
        sync_with_anki(both, NO_DECISIONS)
    before = path.read_text()
    instance.time.now += 3_600_000
    sync_interrupted(request, server)
    report = sync_with_anki(both, NO_DECISIONS)
    assert (report.received_count, report.conflicts, report.losses) == (0, (), ())
    assert report.updated_count > 0
    assert path.read_text() == before
