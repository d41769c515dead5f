import pytest

from studyapp.core.text.localized_text import LocalizedText
from studyapp.deckfiles.editing.deck_title_editing import set_deck_title
from studyapp.deckfiles.editing.edit_error import DeckEditError
from tests.deckfiles.deck_texts import PATH

NOTES = "notes:\n  - {id: a, front: f, back: b}\n"
BILINGUAL = LocalizedText((("en", "New"), ("zh-Hant", "新")))


def text_of(title: str) -> LocalizedText:
    return LocalizedText.language_neutral(title)


@pytest.mark.parametrize(
    ("before", "title", "after"),
    [
        ("deck: d\ntitle: t # c\n", text_of("New"), "deck: d\ntitle: New # c\n"),
        ("title: 't'\ndeck: d\n", text_of("It's: new"), "title: 'It''s: new'\ndeck: d\n"),
        ("deck: d\ntitle: t\n", text_of("a: b"), 'deck: d\ntitle: "a: b"\n'),
        ("title: {en: t, zh-Hant: 題}\n", BILINGUAL, "title: {en: New, zh-Hant: 新}\n"),
        ("title:\n  en: t # c\n", BILINGUAL, "title:\n  en: New # c\n  zh-Hant: 新\n"),
        ("title: t # c\n", BILINGUAL, "title: # c\n  en: New\n  zh-Hant: 新\n"),
        ("# c\ndeck: d\nlanguage: en\n", text_of("New"), "# c\ndeck: d\ntitle: New\nlanguage: en\n"),
        ("# c\nlanguage: en\n", text_of("New"), "# c\ntitle: New\nlanguage: en\n"),
        ("\ufefftitle: t\r\n", text_of("New"), "\ufefftitle: New\r\n"),
    ],
)
def test_title_is_changed_in_its_style(before: str, title: LocalizedText, after: str) -> None:
    assert set_deck_title((before + NOTES).encode(), PATH, title).decode() == after + NOTES


def test_title_after_the_notes() -> None:
    assert (
        set_deck_title((NOTES + "title: t").encode(), PATH, text_of("New")).decode() == NOTES + "title: New"
    )


def test_title_in_braces() -> None:
    before = '{"deck": "d", "title": "t", "notes": [{"id": "a", "front": "f", "back": "b"}]}'
    after = before.replace('"t"', '"New"')
    assert set_deck_title(before.encode(), PATH, text_of("New")).decode() == after


def test_same_title_changes_nothing() -> None:
    data = f"title: 't'\n{NOTES}".encode()
    assert set_deck_title(data, PATH, text_of("t")) == data


def test_title_that_can_not_be_read_back_is_refused() -> None:
    with pytest.raises(DeckEditError, match="line 2: the title was not changed"):
        set_deck_title(f"deck: d\ntitle: t\n{NOTES}".encode(), PATH, text_of(" "))
    with pytest.raises(DeckEditError, match="can't be read"):
        set_deck_title(b"title: [", PATH, text_of("New"))
