"""The little of Protocol Buffers that Anki's newest files need: a message as its fields by number.

Anki's own message definitions are under the AGPL; the wire format is public
(https://protobuf.dev/programming-guides/encoding/) and says enough to pick the few fields we want.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence

_VARINT, _FIXED64, _LENGTH_DELIMITED, _FIXED32 = 0, 1, 2, 5

MessageFields = Mapping[int, Sequence[int | bytes]]


def parse_message(message: bytes) -> MessageFields:
    """All values of each field, in order: numbers, or the bytes of texts, messages and fixed-width numbers. ValueError
    when it is no message."""
    found: dict[int, list[int | bytes]] = defaultdict(list)
    at = 0
    while at < len(message):
        key, at = _read_varint(message, at)
        kind = key & 7
        if kind == _VARINT:
            value, at = _read_varint(message, at)
            found[key >> 3].append(value)
            continue
        if kind == _LENGTH_DELIMITED:
            length, at = _read_varint(message, at)
        elif kind in (_FIXED64, _FIXED32):
            length = 8 if kind == _FIXED64 else 4
        else:
            raise ValueError(f"invalid protobuf message: unknown wire type {kind}")
        if at + length > len(message):
            raise ValueError("invalid protobuf message: truncated")
        found[key >> 3].append(message[at : at + length])
        at += length
    return found


def read_text(fields: MessageFields, field_number: int) -> str:
    """The text of a field; empty where it is absent."""
    value = fields.get(field_number, (b"",))[-1]
    return value.decode(errors="replace") if isinstance(value, bytes) else ""


def read_int(fields: MessageFields, field_number: int) -> int:
    """The whole number of a field; 0 where it is absent."""
    value = fields.get(field_number, (0,))[-1]
    return value if isinstance(value, int) else 0


def _read_varint(message: bytes, offset: int) -> tuple[int, int]:
    value = shift = 0
    while offset < len(message) and shift < 64:
        byte = message[offset]
        offset += 1
        value |= (byte & 0x7F) << shift
        if byte < 0x80:
            return value, offset
        shift += 7
    raise ValueError("invalid protobuf message: unterminated number")
