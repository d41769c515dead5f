"""Short digests of values, by which a change is found without keeping the values."""

import hashlib
import marshal

_DIGEST_BYTES = 16
_MARSHAL_VERSION = 2
"""The last version in which equal values always have equal bytes."""


def digest_values(values: object) -> bytes:
    """Return a digest of numbers, texts, bytes, None, and tuples and lists of these. Digests may differ
    between versions of Python."""
    return hashlib.blake2b(marshal.dumps(values, _MARSHAL_VERSION), digest_size=_DIGEST_BYTES).digest()  # type: ignore[arg-type]
