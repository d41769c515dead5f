import json
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studyapp.store.backups.manifest import (
    BackedUpFile,
    BackupReason,
    Manifest,
    StoredContent,
    decode_manifest,
    encode_manifest,
)
from studyapp.store.database_copy import CollectionSummary

CONTENT = StoredContent("0123456789abcdef" * 4, 4096)
MANIFEST = Manifest(
    12,
    "here",
    datetime(2023, 2, 17, 9, 30, tzinfo=timezone(timedelta(hours=8))),
    BackupReason.AUTOMATIC,
    CONTENT,
    CollectionSummary(5, 4, 3, 6),
    (BackedUpFile("decks/詞.yaml", CONTENT, 1_676_600_000_123_456_789),),
)

contents = st.builds(
    StoredContent, st.text("0123456789abcdef", min_size=64, max_size=64), st.integers(0, 2**40)
)
manifests = st.builds(
    Manifest,
    st.integers(1, 10**6),
    st.text(),
    st.datetimes(timezones=st.just(UTC)).map(lambda moment: moment.replace(microsecond=0)),
    st.sampled_from(BackupReason),
    contents,
    st.builds(CollectionSummary, *[st.integers(0, 10**6)] * 4),
    st.lists(
        st.builds(
            BackedUpFile, st.text(st.characters(exclude_characters="\0")), contents, st.integers(0, 2**63)
        )
    ).map(tuple),
)


@given(manifests)
def test_manifest_survives_encoding(manifest: Manifest) -> None:
    assert decode_manifest(encode_manifest(manifest)) == manifest


def test_stored_form() -> None:
    assert json.loads(encode_manifest(MANIFEST)) == {
        "format": 1,
        "number": 12,
        "device": "here",
        "created": "2023-02-17T09:30:00+08:00",
        "reason": "automatic",
        "collection": {"digest": CONTENT.digest, "size": 4096},
        "entries": 5,
        "reviews": 4,
        "notes": 3,
        "cards": 6,
        "files": [
            {
                "path": "decks/詞.yaml",
                "digest": CONTENT.digest,
                "size": 4096,
                "modified": 1_676_600_000_123_456_789,
            }
        ],
    }
    assert {reason.value for reason in BackupReason} == {
        "automatic", "requested", "before-restore",
    }  # fmt: skip


@pytest.mark.parametrize(
    "change",
    [
        {"number": 1e999},
        {"created": "0001-01-01T00:00:00"},
        {"format": 2},
        {"number": None},
        {"collection": 3},
        {"files": [{"path": "a"}]},
        {"reason": "whim"},
        {"created": "?"},
    ],
)
def test_invalid_manifest_is_rejected(change: dict[str, object]) -> None:
    content = json.loads(encode_manifest(MANIFEST)) | change
    with pytest.raises(ValueError):
        decode_manifest(json.dumps(content).encode())


@given(st.binary() | st.text().map(str.encode))
def test_any_other_content_is_rejected(data: bytes) -> None:
    with pytest.raises(ValueError):
        decode_manifest(data)


def test_digest_can_not_name_another_file() -> None:
    content = json.loads(encode_manifest(MANIFEST))
    content["collection"]["digest"] = "../../" + "a" * 58
    with pytest.raises(ValueError, match="not a digest"):
        decode_manifest(json.dumps(content).encode())
