"""Decoding of records in SQLite's file format (https://www.sqlite.org/fileformat2.html), independent of its B-trees."""

import struct
from collections.abc import Iterator
from typing import NamedTuple

_TABLE_LEAF_PAGE = 0x0D
_LEAF_HEADER_BYTES = 8
_FILE_HEADER_BYTES = 100
_INTEGER_BYTES = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}
"""The size of an integer by its serial type."""

Value = int | float | str | bytes | None


class _Varint(NamedTuple):
    value: int
    end: int


def iterate_records(page: bytes, *, is_first: bool) -> Iterator[tuple[Value, ...]]:
    """Yield the records in a page if it is the leaf of a table. Records that make no sense are left out.

    The first page of a file begins with the file header. Records that continue on other pages are left out too.
    """
    start = _FILE_HEADER_BYTES if is_first else 0
    if len(page) < start + _LEAF_HEADER_BYTES or page[start] != _TABLE_LEAF_PAGE:
        return
    (cell_count,) = struct.unpack_from(">H", page, start + 3)
    for index in range(cell_count):
        position = start + _LEAF_HEADER_BYTES + 2 * index
        if position + 2 > len(page):
            return
        (offset,) = struct.unpack_from(">H", page, position)
        try:
            yield _decode_cell(page, offset)
        except (IndexError, ValueError, struct.error):
            continue


def _decode_cell(page: bytes, offset: int) -> tuple[Value, ...]:
    size, offset = _read_varint(page, offset)
    _, offset = _read_varint(page, offset)  # the row id
    payload = page[offset : offset + size]
    if len(payload) < size:
        raise ValueError("the record continues elsewhere")
    header_size, position = _read_varint(payload, 0)
    serial_types = []
    while position < header_size:
        serial_type, position = _read_varint(payload, position)
        serial_types.append(serial_type)
    values = []
    for serial_type in serial_types:
        length = _content_bytes(serial_type)
        content = payload[position : position + length]
        if len(content) < length:
            raise ValueError("the record is cut off")
        values.append(_decode_value(serial_type, content))
        position += length
    return tuple(values)


def _read_varint(data: bytes, position: int) -> _Varint:
    value = 0
    for index in range(9):
        byte = data[position + index]
        if index == 8:
            return _Varint(value << 8 | byte, position + 9)
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return _Varint(value, position + index + 1)
    raise AssertionError


def _content_bytes(serial_type: int) -> int:
    if serial_type >= 12:
        return (serial_type - 12) // 2
    if serial_type in (10, 11):
        raise ValueError("a reserved serial type")
    return 8 if serial_type == 7 else _INTEGER_BYTES.get(serial_type, 0)


def _decode_value(serial_type: int, content: bytes) -> Value:
    if serial_type >= 12:
        return content.decode() if serial_type % 2 else content
    if serial_type == 7:
        return float(struct.unpack(">d", content)[0])
    if serial_type == 0:
        return None
    return serial_type - 8 if serial_type in (8, 9) else int.from_bytes(content, "big", signed=True)
