"""Sending a package of new notes to a running Anki.

Only a package keeps the guids of notes and the ids of note types. `importPackage` imports it at once. It rests on classes
that later versions of Anki don't have, so the package may instead be handed over to Anki's own import dialog, in which the
user confirms the import.
"""

import time
from collections.abc import Callable
from pathlib import Path

from studyapp.anki.live.ankiconnect import (
    AnkiConnectError,
    ConnectProblem,
    reject_unexpected_answer,
)
from studyapp.anki.live.live_anki import TRANSFER_TIMEOUT, LiveAnki

_CONFIRMATION_TIMEOUT = 600.0
"""Seconds for confirming the import in Anki."""

_CHECK_INTERVAL = 1.0
"""Seconds between two looks at whether the notes have arrived."""

_REMOVED_CLASS_TEXTS = ("AnkiPackageImporter", "anki.importing")
"""Parts of the errors of `importPackage` in a version of Anki without the classes that it uses."""


def sends_by_hand_over(anki: LiveAnki) -> bool:
    """Return whether the user will have to confirm the import in Anki, as far as can be told before."""
    return not anki.supports("importPackage")


def send_package(
    anki: LiveAnki,
    package: Path,
    note_type_ids: list[int],
    sleep: Callable[[float], None] = time.sleep,
) -> None:
    """Import a package with new notes of these types. Notes that Anki has are left as they are.

    Raises AnkiConnectError if Anki refuses the package, or if the user does not confirm the import in time.
    """
    with anki.shared_file(package.read_bytes()) as path:
        if not sends_by_hand_over(anki):
            try:
                if anki.client.call("importPackage", timeout=TRANSFER_TIMEOUT, path=path) is not True:
                    raise AnkiConnectError(ConnectProblem.NO_OPEN_PROFILE)
            except AnkiConnectError as error:
                if not any(text in str(error) for text in _REMOVED_CLASS_TEXTS):
                    raise
            else:
                return
        _hand_over(anki, path, note_type_ids, sleep)


def _hand_over(anki: LiveAnki, path: str, note_type_ids: list[int], sleep: Callable[[float], None]) -> None:
    """Open Anki's import dialog with a package, and wait until its notes have arrived."""
    count_before = _count_notes(anki, note_type_ids)
    anki.client.call("guiImportFile", path=path.replace("\\", "/"))
    for _ in range(round(_CONFIRMATION_TIMEOUT / _CHECK_INTERVAL)):
        anki.client.on_poll()
        if _count_notes(anki, note_type_ids) != count_before:
            return
        sleep(_CHECK_INTERVAL)
    raise AnkiConnectError(ConnectProblem.IMPORT_NOT_CONFIRMED)


def _count_notes(anki: LiveAnki, note_type_ids: list[int]) -> int:
    query = " or ".join(f"mid:{note_type_id}" for note_type_id in note_type_ids)
    answer = anki.client.call("findNotes", query=query)
    with reject_unexpected_answer("findNotes"):
        return len(answer)
