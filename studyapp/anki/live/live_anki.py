"""A running Anki: what it has, and what it is given.

Notes go in and come out as packages or as its whole collection, in one piece and known by their guids: whatever is sent twice
comes once. Where Anki runs on this machine, its collection is read from a copy, which carries no media; where it runs elsewhere, it
is asked for packages of the decks concerned.
"""

import base64
import secrets
import shutil
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path, PurePosixPath, PureWindowsPath
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

from studyapp.anki.live.ankiconnect import PROTOCOL_VERSION, AnkiConnect, AnkiConnectError, ConnectProblem
from studyapp.anki.live.collection_copy import copy_collection
from studyapp.anki.reading.collection_reading import read_collection
from studyapp.anki.reading.package_reading import open_package
from studyapp.core.transfer.package_model import PackageData, no_media
from studyapp.core.transfer.review_log import ReviewLogRow
from studyapp.core.transfer.unreadable_file import UnreadableFileError

_PACKAGE_TIMEOUT = 600.0
"""Seconds that Anki may take over a package."""

_CARDS_PER_REQUEST = 50
"""Cards changed by one request: with Anki's browser open each takes its time."""

_MAX_SHIFT_MS = 40
"""Milliseconds by which a line is moved at most, where its moment is taken."""

_COLLECTION_FILE = "collection.anki2"


class CardUpdate(NamedTuple):
    """What a card of Anki, by its number, becomes: columns and FSRS memory by their names in Anki, and lines to add to its
    log. `seen_at` is when it was last changed (unix seconds) as far as that was seen."""

    card_id: int
    expected_changed_at: int
    values: dict[str, object]
    log_rows: tuple[ReviewLogRow, ...]


class LiveAnki:
    """Talks to an Anki by AnkiConnect; AnkiTrouble, from every method, when that can't be done. `is_here` tells whether
    its files are on this machine."""

    def __init__(self, client: AnkiConnect) -> None:
        self._client = client
        self._request_permission()
        self._media_folder = str(client.call("getMediaDirPath"))
        self._collection_path = Path(self._media_folder).parent / _COLLECTION_FILE
        self.is_local = self._shares_file_system()

    def read_packages(self, note_type_ids: Sequence[int]) -> list[PackageData]:
        """What it has but the media, at least of notes of these types. UnreadablePackage when that can't be read."""
        if self.is_local:
            return [self._read_local_collection()]
        return [self._export_remote_deck(deck) for deck in self._find_decks(note_type_ids)]

    def import_package(self, package: Path) -> None:
        """Let it import a package as it does by itself: new notes are added with their progress, those that are older than
        the package's are updated."""
        if self.is_local:
            # Anki may see no folder but its own.
            lent = self._collection_path.with_name(f"studyapp-{secrets.token_hex(6)}.apkg")
            try:
                shutil.copyfile(package, lent)
                self._import_file(str(lent))
            finally:
                lent.unlink(missing_ok=True)
        else:
            with self._temporary_media_name() as name:
                data = base64.b64encode(package.read_bytes()).decode()
                self._client.call("storeMediaFile", timeout=_PACKAGE_TIMEOUT, filename=name, data=data)
                self._import_file(self._media_path(name))

    def move_cards(self, card_ids: Sequence[int], deck_name: str) -> None:
        """Put cards, by their numbers, into a deck."""
        self._client.call("changeDeck", cards=list(card_ids), deck=deck_name)

    def update_cards(self, updates: Sequence[CardUpdate], on_progress: Callable[[int], None]) -> list[int]:
        """Bring cards up to date, but those that were changed in Anki meanwhile; the numbers of those that were changed. `told` gets
        how many are done, and may raise to stop."""
        changed: list[int] = []
        for start in range(0, len(updates), _CARDS_PER_REQUEST):
            on_progress(start)
            some = updates[start : start + _CARDS_PER_REQUEST]
            answer = self._client.call("cardsModTime", cards=[one.card_id for one in some])
            with _reject_unexpected_answer("cardsModTime"):
                seen = {one["cardId"]: one["mod"] for one in answer if one}
            some = [one for one in some if seen.get(one.card_id) == one.expected_changed_at]
            results = self._client.call_multi(
                "setSpecificValueOfCard",
                [
                    {
                        "card": one.card_id,
                        "keys": list(one.values),
                        "newValues": list(one.values.values()),
                        "warning_check": True,
                    }
                    for one in some
                ],
            )
            some = [one for one, result in zip(some, results, strict=True) if result == [True]]
            # Lines come last: those that are missing tell the next exchange that something is to be done.
            self._insert_log_rows([(one.card_id, line) for one in some for line in one.log_rows])
            changed += [one.card_id for one in some]
        return changed

    def _request_permission(self) -> None:
        permission = self._client.call("requestPermission")
        if not isinstance(permission, dict) or permission.get("permission") != "granted":
            raise AnkiConnectError(ConnectProblem.PERMISSION_DENIED)
        version = self._client.call("version")
        if version != PROTOCOL_VERSION:
            raise AnkiConnectError(ConnectProblem.PROTOCOL_MISMATCH, f"{version}")

    def _shares_file_system(self) -> bool:
        """Whether it reads what is written here into the folder that it names: another machine may have one of that name."""
        if not self._client.is_local or not self._collection_path.is_file():
            return False
        token = secrets.token_hex(16)
        proof = Path(self._media_folder) / f"studyapp-{token}.txt"
        try:
            proof.write_text(token)
            answer = self._client.call("retrieveMediaFile", filename=proof.name)
            return isinstance(answer, str) and answer == base64.b64encode(token.encode()).decode()
        except OSError:
            return False
        finally:
            proof.unlink(missing_ok=True)

    def _import_file(self, path: str) -> None:
        if self._client.call("importPackage", timeout=_PACKAGE_TIMEOUT, path=path) is not True:
            raise AnkiConnectError(ConnectProblem.NO_OPEN_PROFILE)

    def _insert_log_rows(self, rows: Sequence[tuple[int, ReviewLogRow]]) -> None:
        """Add lines to the log. Anki refuses all of them where the moment of one is taken: then they go one by one."""
        if not rows:
            return
        try:
            self._client.call("insertReviews", reviews=[_log_row_values(card, line) for card, line in rows])
        except AnkiConnectError as error:
            if error.problem is not ConnectProblem.ACTION_FAILED:
                raise
            for card, line in rows:
                self._insert_log_row(card, line)

    def _insert_log_row(self, card_id: int, row: ReviewLogRow) -> None:
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
        with copy_collection(self._collection_path) as copy, closing(sqlite3.connect(copy)) as connection:
            try:
                return read_collection(connection)
            except (
                sqlite3.Error,
                ValueError,
                LookupError,
                TypeError,
                AttributeError,
                OverflowError,
            ) as error:
                raise UnreadableFileError(
                    "{path}: {reason}", path=self._collection_path, reason=error
                ) from error

    def _find_decks(self, note_type_ids: Sequence[int]) -> list[str]:
        """The decks that hold cards of these types, without those that stand below another one of them."""
        query = " or ".join(f"mid:{number}" for number in note_type_ids)
        cards = self._client.call("findCards", query=query) if query else []
        decks = self._client.call("getDecks", cards=cards) if cards else {}
        with _reject_unexpected_answer("getDecks"):
            names = sorted(map(str, decks.keys()))
        return [name for name in names if not any(name.startswith(f"{other}::") for other in names)]

    def _export_remote_deck(self, deck_name: str) -> PackageData:
        with self._temporary_media_name() as name, TemporaryDirectory(prefix="studyapp-") as folder:
            self._client.call(
                "exportPackage",
                timeout=_PACKAGE_TIMEOUT,
                deck=deck_name,
                path=self._media_path(name),
                includeSched=True,
            )
            data = self._client.call("retrieveMediaFile", timeout=_PACKAGE_TIMEOUT, filename=name)
            package = Path(folder) / "there.apkg"
            try:
                package.write_bytes(base64.b64decode(data, validate=True))
            except (TypeError, ValueError) as error:
                raise UnreadableFileError("{deck}: {reason}", deck=deck_name, reason=error) from error
            with open_package(package) as found:
                return found._replace(
                    media_names=frozenset(), read_media=no_media
                )  # the package is gone after this

    @contextmanager
    def _temporary_media_name(self) -> Iterator[str]:
        """A name in the folder of media, the one place that can be reached from here."""
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
    """An answer of another shape is none of AnkiConnect's."""
    try:
        yield
    except (TypeError, KeyError, AttributeError, ValueError) as error:
        raise AnkiConnectError(ConnectProblem.NOT_ANKICONNECT, action) from error


def _log_row_values(card_id: int, row: ReviewLogRow) -> list[Any]:
    return [row.at, card_id, -1, *map(int, row[1:])]
