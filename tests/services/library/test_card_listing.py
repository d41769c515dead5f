from pathlib import Path

import pytest

from studyapp.core.notes.deck import DeckMetadata
from studyapp.core.notes.note import Evidence, Note, Term, TypedAnswer
from studyapp.core.text.localized_text import CardLanguages, LocalizedText
from studyapp.services.library.card_rows import list_cards
from studyapp.services.library.deck_checking import add_missing_ids, check_deck_files, find_deck_files
from studyapp.services.library.deck_library import Library, LibraryDeck
from tests.services.study_driver import StudyDriver, basic_note, save_deck

LIBRARY = Library(
    tuple(
        LibraryDeck(DeckMetadata(deck, LocalizedText.language_neutral(deck)), Path("x"))
        for deck in ("deck", "more")
    )
)


def test_cards_are_listed_as_plain_text(driver: StudyDriver) -> None:
    term = Term(
        LocalizedText.language_neutral("**word**"),
        LocalizedText.language_neutral("its meaning"),
        LocalizedText((("zh-Hant", "字"),)),
    )
    save_deck(
        driver.collection,
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
    save_deck(driver.collection, [basic_note("b", "more")], "more")
    rows = list(list_cards(driver.collection, LIBRARY, ("deck", "more"), CardLanguages.ENGLISH))
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


@pytest.mark.parametrize(
    ("languages", "question"),
    [
        (CardLanguages.ENGLISH, "Type the answer: Capital?"),
        (CardLanguages.TRADITIONAL_CHINESE, "輸入答案：Capital?"),
        (CardLanguages.ENGLISH_AND_SIMPLIFIED, "Type the answer · 输入答案：Capital?"),
    ],
)
def test_punctuation_after_the_caption_is_that_of_its_language(
    driver: StudyDriver, languages: CardLanguages, question: str
) -> None:
    text, answer = (LocalizedText.language_neutral(text) for text in ("Capital?", "Oslo"))
    save_deck(driver.collection, [Note("deck", "a", TypedAnswer(text, answer))])
    (row,) = list_cards(driver.collection, LIBRARY, ("deck",), languages)
    assert row["question"] == question


def test_only_selected_decks_are_listed(driver: StudyDriver) -> None:
    save_deck(driver.collection, [basic_note("a")])
    save_deck(driver.collection, [basic_note("b", "more")], "more")
    rows = list_cards(driver.collection, LIBRARY, ("more",), CardLanguages.ENGLISH_AND_TRADITIONAL)
    assert [row["card"] for row in rows] == ["more/b#1"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "good.yaml").write_text(
        "deck: good\ntitle: T\nnotes:\n  - {type: basic, front: f, back: b}\n"
    )
    (tmp_path / "bad.yml").write_text("deck: [\n")
    (tmp_path / "other.txt").write_text("x")
    return tmp_path


def test_find_deck_files_accepts_files_and_folders(folder: Path) -> None:
    assert find_deck_files([folder]) == [folder / "bad.yml", folder / "good.yaml"]
    missing = folder / "missing.yaml"
    assert find_deck_files([missing, folder / "good.yaml"]) == [missing, folder / "good.yaml"]


def test_check_deck_files_collects_problems_of_all_files(folder: Path) -> None:
    result = check_deck_files([*find_deck_files([folder]), folder / "missing.yaml"])
    assert {problem.path.name for problem in result.problems} >= {"bad.yml", "missing.yaml"}
    assert result.note_count == 1


def test_missing_ids_are_written_once(folder: Path) -> None:
    assert list(add_missing_ids(find_deck_files([folder]))) == [(folder / "good.yaml", 1)]
    assert "id:" in (folder / "good.yaml").read_text()
    assert list(add_missing_ids(find_deck_files([folder]))) == []
