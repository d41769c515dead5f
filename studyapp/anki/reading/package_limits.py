"""Limits for reading packages and databases from other people.

Honest files stay far below them. A hostile file reaches one of them before it fills the memory or the disk. Most
limits grow with the size of the file, so that the work and the memory stay in proportion to it.
"""

from typing import NamedTuple

MEGABYTE = 1024**2

MAX_COLLECTION_BYTES = 2 * 1024**3
"""Bytes of an unpacked collection, however large the package is."""

_MIN_COLLECTION_BYTES = 32 * MEGABYTE
_MAX_COLLECTION_RATIO = 40
"""Unpacked bytes per packed byte. Collections of text reach about 10."""

_MIN_ROWS = 200_000
_PACKED_BYTES_PER_ROW = 6
"""Packed bytes that a row needs at least. Notes, cards and reviews need about 20, mostly for their IDs and times."""

_BYTES_READ_PER_BYTE = 4
"""Bytes of values per byte of the database. Some tables are read twice, and UTF-16 becomes longer as UTF-8."""

_MIN_SECONDS = 5.0
_BYTES_PER_SECOND = 2 * MEGABYTE
"""Reading is many times faster than this even on slow computers."""

SCHEMA_SECONDS = 2.0
"""Processor time for loading the schema. Anki's takes a millisecond, a hostile one minutes."""

_MIN_MEDIA_BYTES = 200 * MEGABYTE
_MAX_MEDIA_RATIO = 10
"""Unpacked bytes per byte of the package. Images and sounds are compressed already."""

MAX_MEDIA_FILES = 200_000
MAX_DIRECTORY_BYTES = 16 * MEGABYTE
"""Bytes of the ZIP directory, which describes each file in about 60 bytes."""

MAX_MEDIA_INDEX_BYTES = 24 * MEGABYTE
MAX_VALUE_BYTES = 16 * MEGABYTE
"""Bytes of a single value or row of a database."""

MAX_DEFAULT_LENGTH = 100
"""Characters of a column's default value. It replaces values that are missing in rows, so a long one multiplies."""

MAX_JSON_TOKENS = 1_000_000
"""Brackets, colons and commas in a JSON document. Each value in it needs up to 100 bytes of memory."""

MAX_MESSAGE_FIELDS = 2 * MAX_MEDIA_FILES
"""Fields of a Protocol Buffers message."""


class DatabaseLimits(NamedTuple):
    """How much may be read from a database: rows, bytes of values, and seconds of processor time."""

    rows: int
    value_bytes: int
    seconds: float


def max_collection_bytes(packed_bytes: int) -> int:
    """Return the maximum size of a collection that is packed into this many bytes."""
    return min(MAX_COLLECTION_BYTES, max(_MIN_COLLECTION_BYTES, _MAX_COLLECTION_RATIO * packed_bytes))


def max_media_bytes(package_bytes: int) -> int:
    """Return how many bytes of media may be unpacked from a package of this size."""
    return max(_MIN_MEDIA_BYTES, _MAX_MEDIA_RATIO * package_bytes)


def database_limits(database_bytes: int, packed_bytes: int) -> DatabaseLimits:
    """Return the limits for a database of `database_bytes`. `packed_bytes` is its size in a package, or the same."""
    return DatabaseLimits(
        _MIN_ROWS + packed_bytes // _PACKED_BYTES_PER_ROW,
        MEGABYTE + _BYTES_READ_PER_BYTE * database_bytes,
        _MIN_SECONDS + database_bytes / _BYTES_PER_SECOND,
    )
