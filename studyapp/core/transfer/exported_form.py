"""The form in which a note was exported, kept so that a note that is unchanged need not be rendered again."""

import hashlib
import json
from typing import NamedTuple


class ExportedForm(NamedTuple):
    """What an export wrote for a note. `source` is the digest of everything on which that depends (`compute_form_source`).

    `digest` is the export digest. `ordinals` are those of the cards and count from 0.
    """

    source: bytes
    digest: str
    fields: tuple[str, ...]
    tags: tuple[str, ...]
    ordinals: tuple[int, ...]


def compute_form_source(context: str, stored_digest: bytes) -> bytes:
    """Return the digest of what the form of a note depends on: the note as it is stored with its common version
    (`stored_digest`), and everything else (`context`)."""
    return hashlib.sha256(context.encode() + stored_digest).digest()


def encode_form(form: ExportedForm) -> str:
    """Return a form as JSON, without its source."""
    return json.dumps(form[1:], ensure_ascii=False)


def decode_form(source: bytes, json_text: str) -> ExportedForm:
    """Return the form that `encode_form` encoded."""
    digest, fields, tags, ordinals = json.loads(json_text)
    return ExportedForm(source, digest, tuple(fields), tuple(tags), tuple(ordinals))
