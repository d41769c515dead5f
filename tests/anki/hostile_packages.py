"""Hostile and faulty Anki packages, made anew by each test run. They are small files that ask for much."""

import json
import sqlite3
import struct
import sys
import zipfile
from collections.abc import Callable, Iterable, Mapping
from contextlib import closing
from pathlib import Path

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

MEGABYTE = 1024**2

_TABLES = """
CREATE TABLE col (id INTEGER PRIMARY KEY, crt, mod, scm, ver, dty, usn, ls, conf, models, decks, dconf, tags);
CREATE TABLE notes (id INTEGER PRIMARY KEY, guid, mid, mod, usn, tags, flds, sfld, csum, flags, data);
CREATE TABLE cards (id INTEGER PRIMARY KEY, nid, did, ord, mod, usn, type, queue, due, ivl, factor, reps, lapses,
    left, odue, odid, flags, data);
CREATE TABLE revlog (id INTEGER PRIMARY KEY, cid, usn, ease, ivl, lastIvl, factor, time, type);
CREATE TABLE graves (usn, oid, type);
"""
_MODELS = {
    "1500": {
        "id": 1500,
        "name": "Basic",
        "type": 0,
        "flds": [{"name": "Front", "ord": 0}, {"name": "Back", "ord": 1}],
        "tmpls": [{"name": "Card 1", "ord": 0, "qfmt": "{{Front}}", "afmt": "{{FrontSide}}<hr>{{Back}}"}],
    }
}
_DECKS = {"1": {"id": 1, "name": "Theirs", "conf": 1}}
NOTES = ("one\x1f1", 'two\x1f<img src="a.png">')

_NUMBERS = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n"
_NOTE_COLUMNS = "1500 AS mid, 0 AS mod, 0 AS usn, '' AS tags, 'x' AS sfld, 0 AS csum, 0 AS flags, '' AS data"

SCHEMA_ATTACKS = {
    "endless view": f"DROP TABLE notes; CREATE VIEW notes AS {_NUMBERS}) SELECT i AS id, 'g' || i AS guid, 'q' AS flds, {_NOTE_COLUMNS} FROM n",
    "view that counts": f"DROP TABLE notes; CREATE VIEW notes AS {_NUMBERS} WHERE i < 1e12) SELECT max(i) AS id, 'g' AS guid, 'q' AS flds, {_NOTE_COLUMNS} FROM n",
    "view of a large blob": f"DROP TABLE notes; CREATE VIEW notes AS SELECT 1 AS id, 'g' AS guid, hex(zeroblob(400000000)) AS flds, {_NOTE_COLUMNS}",
    "view of a large text": f"DROP TABLE notes; CREATE VIEW notes AS SELECT 1 AS id, 'g' AS guid, printf('%.*c', 300000000, 'x') AS flds, {_NOTE_COLUMNS}",
    "endless review log": f"DROP TABLE revlog; CREATE VIEW revlog AS {_NUMBERS}) SELECT i AS id, 1 AS cid, 3 AS ease, 1 AS ivl, 1 AS lastIvl, 0 AS factor, 0 AS time, 1 AS type FROM n",
    "generated column": "CREATE TABLE n2 AS SELECT id, guid, mid, mod, tags FROM notes; DROP TABLE notes; ALTER TABLE n2 RENAME TO notes; "
    "ALTER TABLE notes ADD COLUMN flds TEXT GENERATED ALWAYS AS (printf('%.*c', 900000000, 'x')) VIRTUAL",
    "long default value": "CREATE TABLE n2 AS SELECT id, guid, mid, mod, tags FROM notes; DROP TABLE notes; ALTER TABLE n2 RENAME TO notes; "
    f"{_NUMBERS} WHERE i < 100000) INSERT INTO notes SELECT i + 9, 'g' || i, 1500, 0, '' FROM n; "
    f"ALTER TABLE notes ADD COLUMN flds TEXT DEFAULT '{'x' * 900_000}'",
    "virtual table": "DROP TABLE notes; CREATE VIRTUAL TABLE notes USING fts4(id, guid, mid, mod, tags, flds)",
    "large value": "INSERT INTO notes VALUES (9, 'g', 1500, 0, 0, '', hex(zeroblob(9000000)), '', 0, 0, '')",
    "many small rows": f"{_NUMBERS} WHERE i < 900000) INSERT INTO revlog SELECT i, 0, 0, 0, 0, 0, 0, 0, 0 FROM n",
    "missing table": "DROP TABLE cards",
}
"""SQL that makes a collection unusable."""

HARMLESS_SCHEMAS = {
    "trigger": "CREATE TRIGGER t AFTER INSERT ON cards BEGIN DELETE FROM revlog; END",
    "view with another name": f'CREATE VIEW v AS {_NUMBERS}) SELECT i FROM n; CREATE TABLE "it\'s" (a)',
    "constraint": "CREATE TABLE n2 (id INTEGER PRIMARY KEY, guid, mid, mod, usn, tags, flds, sfld, csum, flags, data, "
    f"CHECK (printf('%.*c', 9000000, 'x') NOT LIKE '{'%a' * 60}')); INSERT INTO n2 SELECT * FROM notes; DROP TABLE notes; "
    "ALTER TABLE n2 RENAME TO notes",
    "lying types": "UPDATE notes SET tags = 3.5, mod = 'x' WHERE id = 1; UPDATE cards SET did = x'00', ord = 'y' WHERE id = 1; "
    "INSERT INTO notes VALUES (7, NULL, 'x', NULL, 0, x'ff', x'fffe', 0, 0, 0, 0), (8, 8, 1500, 1e300, 0, NULL, 5, 0, 0, 0, 0); "
    "INSERT INTO revlog VALUES (-5, 1, 0, 99, 1e9, -1, 'x', x'00', 77)",
}
"""SQL after which both notes can still be read."""

DAMAGED_MEDIA_LISTS: Mapping[str, bytes] = {
    "nested": b"[" * 5000 + b"]" * 5000,
    "nested objects": b'{"0":' * 5000 + b"1" + b"}" * 5000,
    "not JSON": b'{"0": "a.png"',
    "binary": b"\xff" * 100,
    "many values": b"[" + b"[]," * 2_000_000 + b"[]]",
    "large": b'{"0": "' + b"x" * (30 * MEGABYTE) + b'"}',
    "many files": b"{" + b",".join(b'"%d":"%d.png"' % (number, number) for number in range(250_000)) + b"}",
}
READABLE_MEDIA_LISTS: Mapping[str, bytes] = {
    "in order": b'{"0": "a.png"}',
    "names first": b'{"a.png": "0"}',
    "list": b'["a.png"]',
    "with byte order mark": b'\xef\xbb\xbf{"0": "a.png"}',
    "with other values": b'{"0": "a.png", "1": [], "x": 1, "collection.anki2": "b.png", "2": null}',
}
"""Lists that give the entry `0` the name `a.png`."""


def build_collection(sql: str = "", notes: Iterable[str] = NOTES) -> bytes:
    """Return a collection in the format of older versions, changed by some SQL."""
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.executescript(_TABLES)
        values = (json.dumps(_MODELS), json.dumps(_DECKS))
        connection.execute(
            "INSERT INTO col VALUES (1, 1500000000, 0, 0, 11, 0, 0, 0, '{}', ?, ?, '{}', '{}')", values
        )
        for number, fields in enumerate(notes, 1):
            note = (number, f"guid{number}", fields)
            connection.execute(
                "INSERT INTO notes VALUES (?, ?, 1500, 1600000000, 0, '', ?, '', 0, 0, '')", note
            )
            connection.execute(
                "INSERT INTO cards VALUES (?1, ?1, 1, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, '')",
                (number,),
            )
        connection.executescript(sql)
        connection.commit()
        return connection.serialize()


def build_package(path: Path, entries: Mapping[str, bytes], compression: int = zipfile.ZIP_DEFLATED) -> Path:
    """Write a package with these entries."""
    with zipfile.ZipFile(path, "w", compression) as package:
        for name, data in entries.items():
            package.writestr(name, data)
    return path


def build_legacy_package(path: Path, sql: str = "", media: bytes = b"{}", **files: bytes) -> Path:
    """Write a package in the format of older versions. `files` are further entries, by name after an underscore."""
    entries = {"collection.anki2": build_collection(sql), "media": media}
    return build_package(path, entries | {name.removeprefix("_"): data for name, data in files.items()})


def _zstd_zeros(size: int) -> bytes:
    compressor = zstd.ZstdCompressor()
    parts = [compressor.compress(bytes(MEGABYTE)) for _ in range(size // MEGABYTE)]
    return b"".join((*parts, compressor.flush()))


def _zip_bomb(path: Path) -> None:
    with (
        zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package,
        package.open("collection.anki2", "w") as file,
    ):
        for _ in range(400):
            file.write(bytes(MEGABYTE))


def _zstd_bomb(path: Path) -> None:
    build_package(path, {"collection.anki21b": _zstd_zeros(1000 * MEGABYTE), "media": zstd.compress(b"")})


def _many_entries(path: Path) -> None:
    name = b"0"
    header = (
        struct.pack("<4s6H3L5H2L", b"PK\1\2", 20, 20, 0, 0, 0, 0, 0, 0, 0, len(name), 0, 0, 0, 0, 0, 0) + name
    )
    count = 400_000
    directory = header * count
    end = struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, 0xFFFE, 0xFFFE, len(directory), 0, 0)
    path.write_bytes(directory + end)


def _encrypted(path: Path) -> None:
    data = bytearray(build_legacy_package(path).read_bytes())
    for signature, offset in ((b"PK\3\4", 6), (b"PK\1\2", 8)):
        position = data.find(signature)
        data[position + offset] |= 1
    path.write_bytes(data)


def _placeholder(path: Path) -> None:
    build_package(path, {"collection.anki2": build_collection(), "media": b"", "meta": b"\x08\x03"})


def _placeholder_without_metadata(path: Path) -> None:
    text = "Please update to the latest Anki version, then import the .apkg file again.\x1f"
    build_package(path, {"collection.anki2": build_collection(notes=[text]), "media": b"{}"})


def _linked_twice(path: Path) -> None:
    """The table of notes has the same page several times."""
    data = bytearray(build_collection(notes=[f"note {number}\x1f{'x' * 500}" for number in range(300)]))
    page_size = int.from_bytes(data[16:18])
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.deserialize(bytes(data))
        (root,) = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'notes'").fetchone()
    page = (root - 1) * page_size
    first, second = (
        page + int.from_bytes(data[page + 12 + 2 * index : page + 14 + 2 * index]) for index in (0, 1)
    )
    data[second : second + 4] = data[first : first + 4]
    build_package(path, {"collection.anki2": bytes(data), "media": b"{}"})


ARCHIVE_ATTACKS: Mapping[str, Callable[[Path], object]] = {
    "zip bomb": _zip_bomb,
    "zstd bomb": _zstd_bomb,
    "many entries": _many_entries,
    "encrypted": _encrypted,
    "placeholder": _placeholder,
    "placeholder without metadata": _placeholder_without_metadata,
    "page linked twice": _linked_twice,
    "lzma": lambda path: build_package(path, {"collection.anki2": build_collection()}, zipfile.ZIP_LZMA),
    "no database": lambda path: build_package(path, {"collection.anki2": b"x" * 5000}),
    "only a header": lambda path: build_package(
        path, {"collection.anki2": b"SQLite format 3\0" + b"\xff" * 5000}
    ),
    "empty": lambda path: build_package(path, {}),
    "no bytes": lambda path: path.write_bytes(b""),
    "text": lambda path: path.write_text("hello"),
}
"""Writers of packages that can't be imported."""


def build_media_bomb(path: Path) -> Path:
    """Write a package with five media files of 150 MB each, all in 1 MB."""
    images = "".join(f'<img src="{number}.png">' for number in range(5))
    names = {str(number): f"{number}.png" for number in range(5)}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("collection.anki2", build_collection(notes=[f"bomb\x1f{images}"]))
        package.writestr("media", json.dumps(names))
        for number in names:
            with package.open(number, "w") as file:
                for _ in range(150):
                    file.write(bytes(MEGABYTE))
    return path


def write_huge_schema(path: Path, table_count: int = 200_000) -> Path:
    """Write a database whose schema SQLite takes minutes to load."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute("CREATE TABLE t (a)")
        rows = ((f"t{number}", f"t{number}", f"CREATE TABLE t{number}(a)") for number in range(table_count))
        connection.executemany("INSERT INTO sqlite_master VALUES ('table', ?, ?, 2, ?)", rows)
        connection.commit()
    return path
