"""Sync with a running Anki: `python -m benchmarks.processes.exchange DATA PORT`."""

import sys
from collections.abc import Callable
from pathlib import Path

from benchmarks.processes.process import memory_mb, print_result
from benchmarks.report import seconds_of
from studyapp.anki.live.ankiconnect import Address, AnkiConnectClient
from studyapp.anki.live.live_anki import LiveAnki
from studyapp.core.text.localized_text import CardLanguages
from studyapp.services.editing.steps.edit_environment import EditEnvironment
from studyapp.services.exchange.anki_sync import SyncRequest, sync_with_anki
from studyapp.services.exchange.sync_decisions import SyncDecisions
from studyapp.services.library.library_refresh import refresh_library
from studyapp.services.transfer.export_request import ExportScope
from studyapp.store.collection import Collection
from studyapp.system_dependencies import collection_path, new_device_id, system_clock


def main() -> None:
    data, port = Path(sys.argv[1]), int(sys.argv[2])
    decks = data / "decks"

    def connect(tick: Callable[[], None]) -> LiveAnki:
        return LiveAnki(AnkiConnectClient(Address("127.0.0.1", port), "", tick))

    with Collection(collection_path(data), new_device_id) as collection:
        library = refresh_library(collection, [decks], system_clock()).library
        environment = EditEnvironment(collection, library, system_clock(), decks, data / "bundled")
        scope = ExportScope(library.deck_ids, CardLanguages.ENGLISH, with_progress=True)
        request = SyncRequest(environment, [decks], scope, connect)
        seconds = seconds_of(lambda: sync_with_anki(request, SyncDecisions()))
    print_result(seconds=seconds, peak=memory_mb("VmHWM"))


if __name__ == "__main__":
    main()
