"""Access to a running Anki: reading its collection, importing packages, and updating cards.

Notes are transferred in packages or with the whole collection and identified by guid, so a repeated transfer
adds nothing twice. If Anki runs on this computer, a copy of its collection is read, without media. Otherwise
Anki exports packages of the decks concerned.
"""

import base64
import secrets
import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import Any, NamedTuple

from studyapp.anki.live.ankiconnect import (
    PROTOCOL_VERSION,
    AnkiConnectClient,
    AnkiConnectError,
    ConnectProblem,
)
from studyapp.anki.live.collection_copy import open_collection_copy
from studyapp.anki.reading.collection_reading import read_collection
from studyapp.anki.reading.package_reading import open_package
from studyapp.core.transfer.anki_review_log import ReviewLogRow
from studyapp.core.transfer.package_model import PackageData, no_media
from studyapp.core.transfer.unreadable_file import UnreadableFileError
from studyapp.temporary_files import remove_leftover_files, temporary_folder

_PACKAGE_TIMEOUT = 600.0
"""Seconds that Anki may take to import, export or transfer a package."""

_CARDS_PER_REQUEST = 50
"""Cards updated per request. With Anki's browser open, each update takes a while."""

_MAX_SHIFT_MS = 40
"""Milliseconds by which a review log row may be moved if its time is already used."""

_COLLECTION_FILE = "collection.anki2"


class CardUpdate(NamedTuple):
    """An update of a card in Anki.

    `values` has the new values of columns and of the FSRS memory state, by Anki's names. `log_rows` are added
    to the review log. `expected_changed_at` is the card's modification time (Unix seconds) when it was read.
    """

    card_id: int
    expected_changed_at: int
    values: dict[str, object]
    log_rows: tuple[ReviewLogRow, ...]


class LiveAnki:
    """A running Anki, accessed through AnkiConnect.

    `is_local` is true if Anki's files are on this computer. All methods raise AnkiConnectError if Anki can't
    be reached or refuses a request.
    """

    def __init__(self, client: AnkiConnectClient) -> None:
        self._client = client
        self._request_permission()
        self._media_folder = str(client.call("getMediaDirPath"))
        self._collection_path = Path(self._media_folder).parent / _COLLECTION_FILE
        self.is_local = self._shares_file_system()

    def read_packages(self, note_type_ids: Sequence[int]) -> list[PackageData]:
        """Return packages with at least all notes of these types, without media.

        Raises UnreadableFileError if Anki's data can't be read.
        """
        if self.is_local:
            return [self._read_local_collection()]
        return [self._export_remote_deck(deck) for deck in self._find_decks(note_type_ids)]

    def import_package(self, package: Path) -> None:
        """Import a package as Anki does by default.

        New notes are added with their progress, and notes older than those in the package are updated.
        """
        if self.is_local:
            # Anki may have no access to other folders.
            shared_copy = self._collection_path.with_name(f"studyapp-{secrets.token_hex(6)}.apkg")
            try:
                shutil.copyfile(package, shared_copy)
                self._import_file(str(shared_copy))
            finally:
                shared_copy.unlink(missing_ok=True)
        else:
            with self._temporary_media_name() as name:
                data = base64.b64encode(package.read_bytes()).decode()
                self._client.call("storeMediaFile", timeout=_PACKAGE_TIMEOUT, filename=name, data=data)
                self._import_file(self._media_path(name))

    def move_cards(self, card_ids: Sequence[int], deck_name: str) -> None:
        """Move cards, given by id, to a deck."""
        self._client.call("changeDeck", cards=list(card_ids), deck=deck_name)

    def update_cards(self, updates: Sequence[CardUpdate], on_progress: Callable[[int], None]) -> list[int]:
        """Update cards that were not changed in Anki meanwhile, and return their ids.

        `on_progress` gets the number of finished updates, and may raise to cancel.
        """
        updated_ids: list[int] = []
        for start in range(0, len(updates), _CARDS_PER_REQUEST):
            on_progress(start)
            batch = updates[start : start + _CARDS_PER_REQUEST]
            answer = self._client.call("cardsModTime", cards=[update.card_id for update in batch])
            with _reject_unexpected_answer("cardsModTime"):
                changed_at_by_id = {card["cardId"]: card["mod"] for card in answer if card}
            batch = [
                update
                for update in batch
                if changed_at_by_id.get(update.card_id) == update.expected_changed_at
            ]
            results = self._client.call_multi(
                "setSpecificValueOfCard",
                [
                    {
                        "card": update.card_id,
                        "keys": list(update.values),
                        "newValues": list(update.values.values()),
                        "warning_check": True,
                    }
                    for update in batch
                ],
            )
            batch = [update for update, result in zip(batch, results, strict=True) if result == [True]]
            # Log rows come last: as long as they are missing, the next sync repeats the update.
            self._insert_log_rows([(update.card_id, row) for update in batch for row in update.log_rows])
            updated_ids += [update.card_id for update in batch]
        return updated_ids

    def _request_permission(self) -> None:
        permission = self._client.call("requestPermission")
        if not isinstance(permission, dict) or permission.get("permission") != "granted":
            raise AnkiConnectError(ConnectProblem.PERMISSION_DENIED)
        version = self._client.call("version")
        if version != PROTOCOL_VERSION:
            raise AnkiConnectError(ConnectProblem.PROTOCOL_MISMATCH, f"{version}")

    def _shares_file_system(self) -> bool:
        """Return whether Anki can read a file that is written to its media folder here.

        Another computer may have a folder of the same name.
        """
        if not self._client.is_local or not self._collection_path.is_file():
            return False
        for folder in (self._collection_path.parent, Path(self._media_folder)):
            remove_leftover_files(folder)
        token = secrets.token_hex(16)
        token_file = Path(self._media_folder) / f"studyapp-{token}.txt"
        try:
            token_file.write_text(token)
            answer = self._client.call("retrieveMediaFile", filename=token_file.name)
            return isinstance(answer, str) and answer == base64.b64encode(token.encode()).decode()
        except OSError:
            return False
        finally:
            token_file.unlink(missing_ok=True)

    def _import_file(self, path: str) -> None:
        if self._client.call("importPackage", timeout=_PACKAGE_TIMEOUT, path=path) is not True:
            raise AnkiConnectError(ConnectProblem.NO_OPEN_PROFILE)

    def _insert_log_rows(self, rows: Sequence[tuple[int, ReviewLogRow]]) -> None:
        """Add rows to the review log.

        Anki rejects all rows if the time of one is already used. They are then added one by one.
        """
        if not rows:
            return
        try:
            self._client.call(
                "insertReviews", reviews=[_log_row_values(card_id, row) for card_id, row in rows]
            )
        except AnkiConnectError as error:
            if error.problem is not ConnectProblem.ACTION_FAILED:
                raise
            for card_id, row in rows:
                self._insert_log_row(card_id, row)

    def _insert_log_row(self, card_id: int, row: ReviewLogRow) -> None:
        """Add a row to the review log, at a later time if its own is already used."""
        for shift in range(_MAX_SHIFT_MS):
            try:
                self._client.call(
                    "insertReviews", reviews=[_log_row_values(card_id, row._replace(at=row.at + shift))]
                )
            except AnkiConnectError as error:
                if error.problem is not ConnectProblem.ACTION_FAILED or shift == _MAX_SHIFT_MS - 1:
                    raise
            else:
                return

    def _read_local_collection(self) -> PackageData:
        with open_collection_copy(self._collection_path, self._client.on_poll) as database:
            return read_collection(database)

    def _find_decks(self, note_type_ids: Sequence[int]) -> list[str]:
        """Return the decks with cards of these types, except those below another of these decks."""
        query = " or ".join(f"mid:{note_type_id}" for note_type_id in note_type_ids)
        cards = self._client.call("findCards", query=query) if query else []
        decks = self._client.call("getDecks", cards=cards) if cards else {}
        with _reject_unexpected_answer("getDecks"):
            names = sorted(map(str, decks.keys()))
        return [name for name in names if not any(name.startswith(f"{other}::") for other in names)]

    def _export_remote_deck(self, deck_name: str) -> PackageData:
        with self._temporary_media_name() as name, temporary_folder() as folder:
            self._client.call(
                "exportPackage",
                timeout=_PACKAGE_TIMEOUT,
                deck=deck_name,
                path=self._media_path(name),
                includeSched=True,
            )
            data = self._client.call("retrieveMediaFile", timeout=_PACKAGE_TIMEOUT, filename=name)
            package = folder / "there.apkg"
            try:
                package.write_bytes(base64.b64decode(data, validate=True))
            except (TypeError, ValueError) as error:
                raise UnreadableFileError("{deck}: {reason}", deck=deck_name, reason=error) from error
            with open_package(package, lambda _done, _total: self._client.on_poll()) as package_data:
                # The package, and with it its media, is deleted when this method returns.
                return package_data._replace(media_names=frozenset(), read_media=no_media)

    @contextmanager
    def _temporary_media_name(self) -> Iterator[str]:
        """Provide a file name in the media folder, and delete the file at the end.

        The media folder is the only folder that is accessible from here.
        """
        name = f"studyapp-{secrets.token_hex(6)}.apkg"
        try:
            yield name
        finally:
            self._client.call("deleteMediaFile", filename=name)

    def _media_path(self, name: str) -> str:
        is_windows = "\\" in self._media_folder
        return str((PureWindowsPath if is_windows else PurePosixPath)(self._media_folder) / name)


@contextmanager
def _reject_unexpected_answer(action: str) -> Iterator[None]:
    """Raise AnkiConnectError in place of errors that a malformed answer causes."""
    try:
        yield
    except (TypeError, KeyError, AttributeError, ValueError) as error:
        raise AnkiConnectError(ConnectProblem.NOT_ANKICONNECT, action) from error


def _log_row_values(card_id: int, row: ReviewLogRow) -> list[Any]:
    return [row.at, card_id, -1, *map(int, row[1:])]
