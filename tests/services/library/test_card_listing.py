from pathlib import Path

import pytest

from studyapp.core.notes.deck import DeckMetadata
from studyapp.core.notes.note import Evidence, Note, Term
from studyapp.core.text.localized_text import CardLanguages, LocalizedText
from studyapp.services.library.card_listing import list_cards
from studyapp.services.library.deck_checking import add_missing_ids, check_deck_files, find_deck_files
from studyapp.services.library.deck_library import Library, LibraryDeck
from tests.services.samples import Desk, basic, shelve

LIBRARY = Library(
    tuple(
        LibraryDeck(DeckMetadata(deck, LocalizedText.language_neutral(deck)), Path("x"))
        for deck in ("deck", "more")
    )
)


def test_every_card_is_listed_in_plain_words(desk: Desk) -> None:
    term = Term(
        LocalizedText.language_neutral("**word**"),
        LocalizedText.language_neutral("its meaning"),
        LocalizedText((("zh-Hant", "字"),)),
    )
    shelve(
        desk.collection,
        [
            Note(
                "deck",
                "a",
                term,
                ("t",),
                "2",
                Evidence.HYPOTHESIS,
                explanation=LocalizedText.language_neutral("why"),
            )
        ],
    )
    shelve(desk.collection, [basic("b", "more")], "more")
    rows = list(list_cards(desk.collection, LIBRARY, ("deck", "more"), CardLanguages.ENGLISH))
    assert [row["card"] for row in rows] == ["deck/a#2", "deck/a#3", "more/b#1"]
    assert rows[1] == {
        "card": "deck/a#3",
        "deck": "deck",
        "note": "a",
        "type": "term",
        "section": "2",
        "evidence": "hypothesis",
        "tags": ["t"],
        "question": "Define: word",
        "answer": "its meaning",
        "why": "why",
    }
    assert rows[2]["question"] == "front of b"


def test_only_the_decks_wanted_are_listed(desk: Desk) -> None:
    shelve(desk.collection, [basic("a")])
    shelve(desk.collection, [basic("b", "more")], "more")
    rows = list_cards(desk.collection, LIBRARY, ("more",), CardLanguages.ENGLISH_AND_TRADITIONAL)
    assert [row["card"] for row in rows] == ["more/b#1"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "good.yaml").write_text(
        "deck: good\ntitle: T\nnotes:\n  - {type: basic, front: f, back: b}\n"
    )
    (tmp_path / "bad.yml").write_text("deck: [\n")
    (tmp_path / "other.txt").write_text("x")
    return tmp_path


def test_files_and_folders_are_found_to_be_checked(folder: Path) -> None:
    assert find_deck_files([folder]) == [folder / "bad.yml", folder / "good.yaml"]
    missing = folder / "missing.yaml"
    assert find_deck_files([missing, folder / "good.yaml"]) == [missing, folder / "good.yaml"]


def test_checking_collects_the_problems_of_all_files(folder: Path) -> None:
    found = check_deck_files([*find_deck_files([folder]), folder / "missing.yaml"])
    assert {problem.path.name for problem in found.problems} >= {"bad.yml", "missing.yaml"}
    assert found.note_count == 1


def test_missing_ids_are_written_once(folder: Path) -> None:
    assert list(add_missing_ids(find_deck_files([folder]))) == [(folder / "good.yaml", 1)]
    assert "id:" in (folder / "good.yaml").read_text()
    assert list(add_missing_ids(find_deck_files([folder]))) == []
