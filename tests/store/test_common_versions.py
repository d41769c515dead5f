from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given
from hypothesis import strategies as st

from studyapp.core.notes.custom_note_type import CardTemplate, CustomNoteType
from studyapp.core.notes.note import CustomContent, Note
from studyapp.core.text.localized_text import CardLanguages
from studyapp.core.transfer.common_version import CommonVersion
from studyapp.store import common_versions
from studyapp.store.collection import Collection
from tests.store.samples import note, open_collection

TYPE = CustomNoteType(7, "Kind", ("One", "Two"), (CardTemplate("Card 1", "{{One}}", "{{Two}}"),), False)
_html = st.text(st.characters(codec="utf-8", exclude_characters="\x1f"), max_size=20)
_tags = st.lists(st.from_regex(r"[\w:\u3000\xa0-]{1,8}", fullmatch=True), max_size=3, unique=True).map(tuple)


def _custom_note(name: str, *fields: str) -> Note:
    return Note("deck", name, CustomContent(TYPE, fields), ("t",), anki_guid="g")


def _version(stored: Note, *fields: str) -> CommonVersion:
    return CommonVersion(stored, 7, ("One", "Two"), fields, ("t", "marked"), "Languages::日本語")


@given(fields=st.tuples(_html, _html), tags=_tags, languages=st.sampled_from((None, *CardLanguages)))
def test_versions_are_stored_byte_for_byte(
    fields: tuple[str, str], tags: tuple[str, ...], languages: CardLanguages | None
) -> None:
    version = CommonVersion(
        _custom_note("n", *fields), 7, ("One", "Two"), fields, tags, "Deck", languages, 12
    )
    with (
        TemporaryDirectory() as folder,
        open_collection(Path(folder) / "c.db") as collection,
        collection.transaction() as connection,
    ):
        common_versions.save(connection, {"deck/n": version})
        assert common_versions.load_all(connection) == {"deck/n": version}


def test_versions_are_found_by_note_and_by_deck(collection: Collection) -> None:
    versions = {
        one.key: _version(one, f"<b>{one.key}</b>", "line\nbreak")
        for one in (note("a"), note("b", deck="deck-2"), _custom_note("c", "1", "2"), note("d", deck="deck"))
    }
    with collection.transaction() as connection:
        common_versions.save(connection, versions)
        assert common_versions.load_all(connection) == versions
        assert common_versions.load_of_deck(connection, "deck-2") == {"deck-2/b": versions["deck-2/b"]}
        assert set(common_versions.load_of_deck(connection, "deck")) == {"deck/a", "deck/c", "deck/d"}


def test_newer_version_replaces_the_one_before(collection: Collection) -> None:
    with collection.transaction() as connection:
        common_versions.save(connection, {"deck/a": _version(note("a"), "old", "")})
        newer = _version(note("a", "new"), "new", "")._replace(languages=CardLanguages.ENGLISH)
        common_versions.save(connection, {"deck/a": newer})
        assert common_versions.load_all(connection) == {"deck/a": newer}


def test_exported_version_counts_until_anki_and_studyapp_agree_again(collection: Collection) -> None:
    common, sent = (_version(note("a", words), words, "") for words in ("old", "sent"))
    with collection.transaction() as connection:
        common_versions.save(connection, {"deck/a": common})
        common_versions.save_sent(connection, {"deck/a": sent})
        assert common_versions.load_all(connection) == {"deck/a": common}
        assert common_versions.load_sent(connection) == {"deck/a": sent}
        common_versions.save(connection, {"deck/a": sent})
        assert common_versions.load_all(connection) == {"deck/a": sent}
        assert common_versions.load_sent(connection) == {}


def test_version_of_a_moved_note_is_kept_under_its_new_key(collection: Collection) -> None:
    with collection.transaction() as connection:
        common_versions.save(connection, {"deck/a": _version(note("a"), "x", "y")})
        common_versions.rename_note(connection, "deck/a", "other/b")
        (moved,) = common_versions.load_all(connection).items()
    assert moved == ("other/b", _version(note("b", deck="other"), "x", "y"))
