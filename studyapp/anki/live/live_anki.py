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

from studyapp.anki.live.ankiconnect import VERSION, AnkiConnect, AnkiTrouble, Trouble
from studyapp.anki.live.collection_copy import copied
from studyapp.anki.reading.collection_reading import read_collection
from studyapp.anki.reading.package_reading import open_package
from studyapp.core.transfer.package_model import Found, nothing
from studyapp.core.transfer.review_log import LogLine
from studyapp.core.transfer.unreadable_file import UnreadablePackage

_LONG = 600.0
"""Seconds that Anki may take over a package."""

_A_REQUEST = 50
"""Cards changed by one request: with Anki's browser open each takes its time."""

_SHIFTS = 40
"""Milliseconds by which a line is moved at most, where its moment is taken."""

_COLLECTION = "collection.anki2"


class CardChange(NamedTuple):
    """What a card of Anki, by its number, becomes: columns and FSRS memory by their names in Anki, and lines to add to its
    log. `seen_at` is when it was last changed (unix seconds) as far as that was seen."""

    card: int
    seen_at: int
    values: dict[str, object]
    lines: tuple[LogLine, ...]


class RunningAnki:
    """Talks to an Anki by AnkiConnect; AnkiTrouble, from every method, when that can't be done. `is_here` tells whether
    its files are on this machine."""

    def __init__(self, connect: AnkiConnect) -> None:
        self._connect = connect
        self._enter()
        self._media = str(connect.call("getMediaDirPath"))
        self._collection = Path(self._media).parent / _COLLECTION
        self.is_here = self._proves_to_be_here()

    def look(self, types: Sequence[int]) -> list[Found]:
        """What it has but the media, at least of notes of these types. UnreadablePackage when that can't be read."""
        if self.is_here:
            return [self._found_here()]
        return [self._found_elsewhere(deck) for deck in self._decks_with(types)]

    def take_in(self, package: Path) -> None:
        """Let it import a package as it does by itself: new notes are added with their progress, those that are older than
        the package's are updated."""
        if self.is_here:
            # Anki may see no folder but its own.
            lent = self._collection.with_name(f"studyapp-{secrets.token_hex(6)}.apkg")
            try:
                shutil.copyfile(package, lent)
                self._import(str(lent))
            finally:
                lent.unlink(missing_ok=True)
        else:
            with self._lent_elsewhere() as name:
                data = base64.b64encode(package.read_bytes()).decode()
                self._connect.call("storeMediaFile", patience=_LONG, filename=name, data=data)
                self._import(self._path_of(name))

    def move(self, cards: Sequence[int], deck: str) -> None:
        """Put cards, by their numbers, into a deck."""
        self._connect.call("changeDeck", cards=list(cards), deck=deck)

    def change(self, changes: Sequence[CardChange], told: Callable[[int], None]) -> list[int]:
        """Bring cards up to date, but those that were changed in Anki meanwhile; the numbers of those that were changed. `told` gets
        how many are done, and may raise to stop."""
        changed: list[int] = []
        for start in range(0, len(changes), _A_REQUEST):
            told(start)
            some = changes[start : start + _A_REQUEST]
            answer = self._connect.call("cardsModTime", cards=[one.card for one in some])
            with _told_of("cardsModTime"):
                seen = {one["cardId"]: one["mod"] for one in answer if one}
            some = [one for one in some if seen.get(one.card) == one.seen_at]
            results = self._connect.call_all(
                "setSpecificValueOfCard",
                [
                    {
                        "card": one.card,
                        "keys": list(one.values),
                        "newValues": list(one.values.values()),
                        "warning_check": True,
                    }
                    for one in some
                ],
            )
            some = [one for one, result in zip(some, results, strict=True) if result == [True]]
            # Lines come last: those that are missing tell the next exchange that something is to be done.
            self._add_lines([(one.card, line) for one in some for line in one.lines])
            changed += [one.card for one in some]
        return changed

    def _enter(self) -> None:
        permission = self._connect.call("requestPermission")
        if not isinstance(permission, dict) or permission.get("permission") != "granted":
            raise AnkiTrouble(Trouble.DENIED)
        version = self._connect.call("version")
        if version != VERSION:
            raise AnkiTrouble(Trouble.VERSION, f"{version}")

    def _proves_to_be_here(self) -> bool:
        """Whether it reads what is written here into the folder that it names: another machine may have one of that name."""
        if not self._connect.is_here or not self._collection.is_file():
            return False
        token = secrets.token_hex(16)
        proof = Path(self._media) / f"studyapp-{token}.txt"
        try:
            proof.write_text(token)
            answer = self._connect.call("retrieveMediaFile", filename=proof.name)
            return isinstance(answer, str) and answer == base64.b64encode(token.encode()).decode()
        except OSError:
            return False
        finally:
            proof.unlink(missing_ok=True)

    def _import(self, path: str) -> None:
        if self._connect.call("importPackage", patience=_LONG, path=path) is not True:
            raise AnkiTrouble(Trouble.NO_COLLECTION)

    def _add_lines(self, lines: Sequence[tuple[int, LogLine]]) -> None:
        """Add lines to the log. Anki refuses all of them where the moment of one is taken: then they go one by one."""
        if not lines:
            return
        try:
            self._connect.call("insertReviews", reviews=[_row(card, line) for card, line in lines])
        except AnkiTrouble as error:
            if error.trouble is not Trouble.REFUSED:
                raise
            for card, line in lines:
                self._add_line(card, line)

    def _add_line(self, card: int, line: LogLine) -> None:
        for shift in range(_SHIFTS):
            try:
                self._connect.call("insertReviews", reviews=[_row(card, line._replace(at=line.at + shift))])
            except AnkiTrouble as error:
                if error.trouble is not Trouble.REFUSED or shift == _SHIFTS - 1:
                    raise
            else:
                return

    def _found_here(self) -> Found:
        with copied(self._collection) as copy, closing(sqlite3.connect(copy)) as connection:
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
                raise UnreadablePackage(f"{self._collection}: {error}") from error

    def _decks_with(self, types: Sequence[int]) -> list[str]:
        """The decks that hold cards of these types, without those that stand below another one of them."""
        query = " or ".join(f"mid:{number}" for number in types)
        cards = self._connect.call("findCards", query=query) if query else []
        decks = self._connect.call("getDecks", cards=cards) if cards else {}
        with _told_of("getDecks"):
            names = sorted(map(str, decks.keys()))
        return [name for name in names if not any(name.startswith(f"{other}::") for other in names)]

    def _found_elsewhere(self, deck: str) -> Found:
        with self._lent_elsewhere() as name, TemporaryDirectory(prefix="studyapp-") as folder:
            self._connect.call(
                "exportPackage", patience=_LONG, deck=deck, path=self._path_of(name), includeSched=True
            )
            data = self._connect.call("retrieveMediaFile", patience=_LONG, filename=name)
            package = Path(folder) / "there.apkg"
            try:
                package.write_bytes(base64.b64decode(data, validate=True))
            except (TypeError, ValueError) as error:
                raise UnreadablePackage(f"{deck}: {error}") from error
            with open_package(package) as found:
                return found._replace(media=frozenset(), read=nothing)  # the package is gone after this

    @contextmanager
    def _lent_elsewhere(self) -> Iterator[str]:
        """A name in the folder of media, the one place that can be reached from here."""
        name = f"studyapp-{secrets.token_hex(6)}.apkg"
        try:
            yield name
        finally:
            self._connect.call("deleteMediaFile", filename=name)

    def _path_of(self, name: str) -> str:
        is_windows = "\\" in self._media
        return str((PureWindowsPath if is_windows else PurePosixPath)(self._media) / name)


@contextmanager
def _told_of(action: str) -> Iterator[None]:
    """An answer of another shape is none of AnkiConnect's."""
    try:
        yield
    except (TypeError, KeyError, AttributeError, ValueError) as error:
        raise AnkiTrouble(Trouble.NOT_ANKI, action) from error


def _row(card: int, line: LogLine) -> list[Any]:
    return [line.at, card, -1, *map(int, line[1:])]
