"""A minimal Protocol Buffers reader, which returns the fields of a message by number.

Anki's own message definitions are under the AGPL and not used here. The wire format is public
(https://protobuf.dev/programming-guides/encoding/) and sufficient to read the few fields that are needed.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from studyapp.anki.reading.package_limits import MAX_MESSAGE_FIELDS

_VARINT, _FIXED64, _LENGTH_DELIMITED, _FIXED32 = 0, 1, 2, 5

MessageFields = Mapping[int, Sequence[int | bytes]]


def parse_message(message: bytes) -> MessageFields:
    """Return the values of each field, in order.

    A value is an integer, or bytes for text, embedded messages and fixed-width numbers. Raises ValueError if
    the message is malformed or has too many fields.
    """
    fields: dict[int, list[int | bytes]] = defaultdict(list)
    offset = field_count = 0
    while offset < len(message):
        field_count += 1
        if field_count > MAX_MESSAGE_FIELDS:
            raise ValueError("invalid protobuf message: too many fields")
        key, offset = _read_varint(message, offset)
        wire_type = key & 7
        if wire_type == _VARINT:
            value, offset = _read_varint(message, offset)
            fields[key >> 3].append(value)
            continue
        if wire_type == _LENGTH_DELIMITED:
            length, offset = _read_varint(message, offset)
        elif wire_type in (_FIXED64, _FIXED32):
            length = 8 if wire_type == _FIXED64 else 4
        else:
            raise ValueError(f"invalid protobuf message: unknown wire type {wire_type}")
        if offset + length > len(message):
            raise ValueError("invalid protobuf message: truncated")
        fields[key >> 3].append(message[offset : offset + length])
        offset += length
    return fields


def get_text_field(fields: MessageFields, field_number: int) -> str:
    """Return the text of a field, or an empty string if the field is absent."""
    value = fields.get(field_number, (b"",))[-1]
    return value.decode(errors="replace") if isinstance(value, bytes) else ""


def get_int_field(fields: MessageFields, field_number: int) -> int:
    """Return the integer value of a field, or 0 if the field is absent."""
    value = fields.get(field_number, (0,))[-1]
    return value if isinstance(value, int) else 0


def _read_varint(message: bytes, offset: int) -> tuple[int, int]:
    """Return the integer at `offset`, and the offset after it."""
    value = shift = 0
    while offset < len(message) and shift < 64:
        byte = message[offset]
        offset += 1
        value |= (byte & 0x7F) << shift
        if byte < 0x80:
            return value, offset
        shift += 7
    raise ValueError("invalid protobuf message: unterminated number")
