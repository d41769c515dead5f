"""Access to a running Anki: its profile, its collection and its media.

If Anki runs on this computer, a copy of its collection is read. Otherwise Anki exports packages of the decks concerned.
What the add-on can do depends on its version and on Anki's, so it is asked.
"""

import base64
import secrets
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path, PurePosixPath, PureWindowsPath

from studyapp.anki.live.ankiconnect import (
    PROTOCOL_VERSION,
    AnkiConnectClient,
    AnkiConnectError,
    ConnectProblem,
    reject_unexpected_answer,
)
from studyapp.anki.live.changed_notes import ChangedNotes, IsKnown, read_changed_notes
from studyapp.anki.live.collection_copy import open_collection_copy
from studyapp.anki.reading.package_reading import open_package
from studyapp.core.transfer.package_model import PackageData, no_media
from studyapp.core.transfer.unreadable_file import UnreadableFileError
from studyapp.temporary_files import is_temporary_file, remove_temporary_files, temporary_folder

TRANSFER_TIMEOUT = 600.0
"""Seconds that Anki may take to import, export or transfer a file, or to sync with AnkiWeb."""

_COLLECTION_FILE = "collection.anki2"
_TEMPORARY_MEDIA = "studyapp-*"
_NOT_LOGGED_IN_TEXT = "auth not configured"


class LiveAnki:
    """A running Anki, accessed through AnkiConnect.

    `is_local` is true if Anki's files are on this computer. All methods raise AnkiConnectError if Anki can't
    be reached or refuses a request. Only one sync may run at a time: connecting removes the temporary files of others.
    """

    def __init__(self, client: AnkiConnectClient) -> None:
        self.client = client
        self._request_permission()
        self._media_folder = str(client.call("getMediaDirPath"))
        self.collection_path = Path(self._media_folder).parent / _COLLECTION_FILE
        self.is_local = self._shares_file_system()
        if not self.is_local:
            self._remove_remote_files()

    @cached_property
    def _actions(self) -> frozenset[str] | None:
        """The actions of this version of the add-on; None if it can't tell, because it is older than 2022."""
        try:
            answer = self.client.call("apiReflect", scopes=["actions"], actions=None)
        except AnkiConnectError as error:
            if error.problem is not ConnectProblem.ADDON_OUTDATED:
                raise
            return None
        with reject_unexpected_answer("apiReflect"):
            return frozenset(map(str, answer["actions"]))

    def supports(self, action: str) -> bool:
        """Return whether the add-on has an action. It may still fail."""
        return self._actions is None or action in self._actions

    @property
    def _is_addon_of_2024(self) -> bool:
        """Whether the add-on is from July 2024 or later. Its `sync` then ends when Anki has synced, and reports errors."""
        return self._actions is not None and "getActiveProfile" in self._actions

    @property
    def profile_name(self) -> str:
        """The name of the profile that is open in Anki."""
        if self._is_addon_of_2024:
            return str(self.client.call("getActiveProfile"))
        return self._file_path("").parent.name  # Anki names the folder after the profile

    def close_reviewer(self) -> None:
        """Close Anki's reviewer if it is open, because its card would be out of date after the changes."""
        if self.supports("guiReviewActive") and self.client.call("guiReviewActive"):
            self.show_deck_list()

    def show_deck_list(self) -> None:
        """Show Anki's list of decks. Nothing else redraws it after changes: the add-on redraws Anki before each change."""
        if self.supports("guiDeckBrowser"):
            self.client.call("guiDeckBrowser")

    def sync_with_ankiweb(self) -> None:
        """Let Anki sync with AnkiWeb, and wait until it has."""
        if not self._is_addon_of_2024:
            raise AnkiConnectError(ConnectProblem.ANKIWEB_NOT_AWAITED)
        try:
            self.client.call("sync", timeout=TRANSFER_TIMEOUT)
        except AnkiConnectError as error:
            if error.problem is not ConnectProblem.ACTION_FAILED:
                raise
            if _NOT_LOGGED_IN_TEXT in error.reason:
                raise AnkiConnectError(ConnectProblem.ANKIWEB_NOT_LOGGED_IN) from error
            raise AnkiConnectError(ConnectProblem.ANKIWEB_FAILED, error.reason) from error

    def deck_id_by_name(self) -> dict[str, int]:
        """Return the ids of all decks by full name."""
        answer = self.client.call("deckNamesAndIds")
        with reject_unexpected_answer("deckNamesAndIds"):
            return {str(name): int(deck_id) for name, deck_id in answer.items()}

    def read_changed_notes(self, note_type_ids: Sequence[int], is_known: IsKnown) -> list[ChangedNotes]:
        """Return packages with at least all notes of these types, without media. Notes that are known may be left out, if
        Anki runs on this computer.

        Raises UnreadableFileError if Anki's data can't be read.
        """
        if self.is_local:
            with open_collection_copy(self.collection_path, self.client.on_poll) as database:
                return [read_changed_notes(database, is_known)]
        return [ChangedNotes(self._export_remote_deck(deck), {}) for deck in self._find_decks(note_type_ids)]

    def media_names(self) -> frozenset[str]:
        """Return the names of all media files."""
        if self.is_local:
            return frozenset(path.name for path in Path(self._media_folder).iterdir() if path.is_file())
        return frozenset(map(str, self.client.call("getMediaFilesNames", timeout=TRANSFER_TIMEOUT)))

    def read_media(self, name: str) -> bytes | None:
        """Return the content of a media file; None if there is none with this name."""
        if self.is_local:
            path = Path(self._media_folder) / name
            return path.read_bytes() if path.is_file() and path.parent == Path(self._media_folder) else None
        answer = self.client.call("retrieveMediaFile", timeout=TRANSFER_TIMEOUT, filename=name)
        with reject_unexpected_answer("retrieveMediaFile"):
            return base64.b64decode(answer, validate=True) if answer else None

    def store_media(self, name: str, data: bytes) -> None:
        """Add a media file, or replace it."""
        encoded = base64.b64encode(data).decode()
        self.client.call("storeMediaFile", timeout=TRANSFER_TIMEOUT, filename=name, data=encoded)

    @contextmanager
    def shared_file(self, data: bytes) -> Iterator[str]:
        """Provide a temporary package that Anki can read, by its path there."""
        name = f"studyapp-{secrets.token_hex(6)}.apkg"
        if self.is_local:
            # Anki may have no access to other folders.
            file = self.collection_path.with_name(name)
            try:
                file.write_bytes(data)
                yield str(file)
            finally:
                file.unlink(missing_ok=True)
        else:
            with self._remote_file(name):
                self.store_media(name, data)
                yield str(self._file_path(name))

    def _request_permission(self) -> None:
        permission = self.client.call("requestPermission")
        if not isinstance(permission, dict) or permission.get("permission") != "granted":
            raise AnkiConnectError(ConnectProblem.PERMISSION_DENIED)
        version = self.client.call("version")
        if version != PROTOCOL_VERSION:
            raise AnkiConnectError(ConnectProblem.PROTOCOL_MISMATCH, f"{version}")

    def _shares_file_system(self) -> bool:
        """Return whether Anki can read a file that is written to its media folder here.

        Another computer may have a folder of the same name.
        """
        if not self.client.is_local or not self.collection_path.is_file():
            return False
        token = secrets.token_hex(16)
        token_file = Path(self._media_folder) / f"studyapp-{token}.txt"
        try:
            token_file.write_text(token)
            answer = self.client.call("retrieveMediaFile", filename=token_file.name)
            is_shared = isinstance(answer, str) and answer == base64.b64encode(token.encode()).decode()
        except OSError:
            return False
        finally:
            token_file.unlink(missing_ok=True)
        if is_shared:
            for folder in (self.collection_path.parent, Path(self._media_folder)):
                remove_temporary_files(folder)
        return is_shared

    def _remove_remote_files(self) -> None:
        """Remove the temporary files that a killed sync left in the media folder."""
        if self.supports("getMediaFilesNames"):
            for name in self.client.call("getMediaFilesNames", pattern=_TEMPORARY_MEDIA) or ():
                if is_temporary_file(str(name)):
                    self.client.call("deleteMediaFile", filename=name)

    def _find_decks(self, note_type_ids: Sequence[int]) -> list[str]:
        """Return the decks with cards of these types, except those below another of these decks."""
        query = " or ".join(f"mid:{note_type_id}" for note_type_id in note_type_ids)
        cards = self.client.call("findCards", query=query) if query else []
        decks: Mapping[str, object] = self.client.call("getDecks", cards=cards) if cards else {}
        with reject_unexpected_answer("getDecks"):
            names = sorted(map(str, decks.keys()))
        return [name for name in names if not any(name.startswith(f"{other}::") for other in names)]

    def _export_remote_deck(self, deck_name: str) -> PackageData:
        name = f"studyapp-{secrets.token_hex(6)}.apkg"
        with self._remote_file(name), temporary_folder() as folder:
            self.client.call(
                "exportPackage",
                timeout=TRANSFER_TIMEOUT,
                deck=deck_name,
                path=str(self._file_path(name)),
                includeSched=True,
            )
            data = self.client.call("retrieveMediaFile", timeout=TRANSFER_TIMEOUT, filename=name)
            package = folder / "there.apkg"
            try:
                package.write_bytes(base64.b64decode(data, validate=True))
            except (TypeError, ValueError) as error:
                raise UnreadableFileError("{deck}: {reason}", deck=deck_name, reason=error) from error
            with open_package(package, lambda _done, _total: self.client.on_poll()) as package_data:
                # The package, and with it its media, is deleted when this method returns.
                return package_data._replace(media_names=frozenset(), read_media=no_media)

    @contextmanager
    def _remote_file(self, name: str) -> Iterator[None]:
        """Delete a file in the media folder at the end. It is the only folder that is accessible from here."""
        try:
            yield
        finally:
            self.client.call("deleteMediaFile", filename=name)

    def _file_path(self, name: str) -> PurePosixPath | PureWindowsPath:
        is_windows = "\\" in self._media_folder
        return (PureWindowsPath if is_windows else PurePosixPath)(self._media_folder) / name
