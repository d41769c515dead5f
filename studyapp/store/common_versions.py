"""The last version of each note that was the same in Anki and StudyApp.

FROZEN: the content of a row is compressed with zlib. It is the note as in `note_codec`, a line break, the modification time
and the tags separated by spaces, a line break, and the fields separated by the character 1F, as Anki does. None of these
separators occurs in the parts before it.
"""

import json
import sqlite3
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache

from studyapp.core.notes.note_codec import encode_note
from studyapp.core.notes.note_key import split_note_key
from studyapp.core.text.localized_text import CardLanguages
from studyapp.core.transfer.common_version import CommonVersion
from studyapp.store import custom_note_types
from studyapp.store.notes import NoteDecoder, note_decoder

_FIELD_SEPARATOR = "\x1f"
_COMPRESSION_LEVEL = 6
_WINDOW_BITS, _MEMORY_LEVEL = 13, 6
"""Sizes of the compressor's tables that suffice for a note. Clearing tables of the default sizes takes four times as long as
compressing."""

_COLUMNS = "note, note_type, field_names, deck_name, languages, content"


def load_all(connection: sqlite3.Connection) -> dict[str, CommonVersion]:
    """Return all common versions by note key."""
    return _load(connection, "is_sent = 0", ())


def load_of_deck(
    connection: sqlite3.Connection,
    deck_id: str,
    decode: NoteDecoder | None = None,
    includes: Callable[[str], bool] | None = None,
) -> dict[str, CommonVersion]:
    """Return the common versions of the notes of a deck by note key. `decode` may be a decoder that is used again. `includes`
    says for a note key whether its version is returned."""
    # Ids contain no slash, and "0" is the character after it.
    return _load(
        connection, "is_sent = 0 AND note >= ? AND note < ?", (f"{deck_id}/", f"{deck_id}0"), decode, includes
    )


def load_sent(connection: sqlite3.Connection) -> dict[str, CommonVersion]:
    """Return what was exported since the common version, by note key. Anki may or may not have it."""
    return _load(connection, "is_sent = 1", ())


def save(connection: sqlite3.Connection, version_by_key: Mapping[str, CommonVersion]) -> None:
    """Store common versions by note key, replacing the previous ones and what was exported since."""
    connection.executemany(
        "DELETE FROM common_version WHERE note = ? AND is_sent = 1", ((key,) for key in version_by_key)
    )
    _save(connection, version_by_key, is_sent=False)


def save_sent(connection: sqlite3.Connection, version_by_key: Mapping[str, CommonVersion]) -> None:
    """Store what was exported, by note key. The common versions stay until Anki is known to have it."""
    _save(connection, version_by_key, is_sent=True)


def rename_note(connection: sqlite3.Connection, old_key: str, new_key: str) -> None:
    """Keep the versions of a note under another key."""
    connection.execute("UPDATE OR REPLACE common_version SET note = ? WHERE note = ?", (new_key, old_key))


def _save(
    connection: sqlite3.Connection, version_by_key: Mapping[str, CommonVersion], *, is_sent: bool
) -> None:
    note_types = {version.note.custom_note_type for version in version_by_key.values()}
    custom_note_types.save(connection, filter(None, note_types))
    name_id = _name_saver(connection)
    connection.executemany(
        f"INSERT OR REPLACE INTO common_version ({_COLUMNS}, is_sent) VALUES (?, ?, ?, ?, ?, ?, ?)",
        (
            (
                key,
                version.anki_type_id,
                name_id(json.dumps(version.field_names, ensure_ascii=False)),
                name_id(version.anki_deck_name),
                version.languages or "",
                _encode_content(version),
                is_sent,
            )
            for key, version in version_by_key.items()
        ),
    )


def _load(
    connection: sqlite3.Connection,
    condition: str,
    parameters: tuple[str, ...],
    decode: NoteDecoder | None = None,
    includes: Callable[[str], bool] | None = None,
) -> dict[str, CommonVersion]:
    found = connection.execute(f"SELECT {_COLUMNS} FROM common_version WHERE {condition}", parameters)
    rows = (row for row in found if includes is None or includes(row[0]))
    return dict(_decode_rows(connection, rows, decode or note_decoder(connection)))


def _encode_content(version: CommonVersion) -> bytes:
    parts = (
        encode_note(version.note),
        " ".join((str(version.changed_at), *version.anki_tags)),
        _FIELD_SEPARATOR.join(version.anki_fields),
    )
    compressor = zlib.compressobj(_COMPRESSION_LEVEL, zlib.DEFLATED, _WINDOW_BITS, _MEMORY_LEVEL)
    return compressor.compress("\n".join(parts).encode()) + compressor.flush()


def _decode_rows(
    connection: sqlite3.Connection,
    rows: Iterable[tuple[str, int, int, int, str, bytes]],
    decode: NoteDecoder,
) -> Iterator[tuple[str, CommonVersion]]:
    names = dict(connection.execute("SELECT id, name FROM anki_name"))
    field_names = cache(lambda name_id: tuple(json.loads(names[name_id])))
    for key, anki_type_id, field_names_id, deck_name_id, languages, content in rows:
        note_json, time_and_tags, fields = zlib.decompress(content).decode().split("\n", 2)
        changed_at, *tags = time_and_tags.split(" ")
        deck_id, note_id = split_note_key(key)
        yield (
            key,
            CommonVersion(
                decode(deck_id, note_id, note_json),
                anki_type_id,
                field_names(field_names_id),
                tuple(fields.split(_FIELD_SEPARATOR)),
                tuple(tags),
                names[deck_name_id],
                CardLanguages(languages) if languages else None,
                int(changed_at),
            ),
        )


def _name_saver(connection: sqlite3.Connection) -> Callable[[str], int]:
    """Return a function that stores a name, unless it is stored, and returns its id."""

    @cache
    def name_id(name: str) -> int:
        connection.execute("INSERT OR IGNORE INTO anki_name (name) VALUES (?)", (name,))
        return int(connection.execute("SELECT id FROM anki_name WHERE name = ?", (name,)).fetchone()[0])

    return name_id
