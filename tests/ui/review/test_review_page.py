"""The review page under the hands of a learner."""

import sqlite3
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea

from studyapp.core.study.journal import EntryKind, Rating
from studyapp.core.text.localized_text import CardLanguages
from studyapp.ui.kit import screen_reader
from tests.ui.room import DAY, MINUTE, Room, basic, choice, typed, words_of

Key = Qt.Key
NUMBERS = (Key.Key_1, Key.Key_2, Key.Key_3, Key.Key_4)


def click(widget: object) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)  # type: ignore[call-overload]


def test_space_reveals_and_then_rates_good(room: Room) -> None:
    page = room.study(basic("a"), basic("b"))
    assert words_of(page.card_view) == "Question a?"
    room.press(Key.Key_Space)
    assert words_of(page.card_view) == "Question a? Answer a."
    assert room.journal() == []
    room.press(Key.Key_Space)
    assert room.ratings() == [("a", Rating.GOOD)]
    assert words_of(page.card_view) == "Question b?"


@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_Enter])
def test_enter_does_as_space_does(room: Room, key: Key) -> None:
    page = room.study(basic("a"), basic("b"))
    room.press(key)
    assert words_of(page.card_view) == "Question a? Answer a."
    room.press(key)
    assert room.ratings() == [("a", Rating.GOOD)]


@pytest.mark.parametrize("rating", list(Rating))
def test_number_rates_as_its_button_says(room: Room, rating: Rating) -> None:
    page = room.study(basic("a"), basic("b"))
    room.press(Key.Key_Space)
    said = page.rating_buttons.button_for(rating).accessibleName()
    room.press(NUMBERS[rating - 1])
    (row,) = room.journal()
    assert (row["note"], row["rating"]) == ("a", rating)
    if row["due_day"] is None:
        wait = f"{round((row['due_at'] - row['at']) / MINUTE)} min"
    else:
        wait = f"{row['due_day'] - row['day']} days"
    assert said == f"{rating.name.capitalize()}, {wait}"


@pytest.mark.parametrize("rating", list(Rating))
def test_click_on_a_rating_rates(room: Room, rating: Rating) -> None:
    page = room.study(basic("a"))
    click(page.reveal_button)
    click(page.rating_buttons.button_for(rating))
    assert room.ratings() == [("a", rating)]


def test_time_that_the_card_was_on_screen_is_written(room: Room) -> None:
    room.study(basic("a"))
    room.now += 7_000
    room.press(Key.Key_Space)
    room.now += 4_000
    room.press(Key.Key_3)
    assert room.journal()[0]["took"] == 11_000


def test_number_before_the_reveal_rates_nothing(room: Room) -> None:
    page = room.study(basic("a"))
    for key in (*NUMBERS, Key.Key_5, Key.Key_9):
        room.press(key)
    assert words_of(page.card_view) == "Question a?"
    assert room.journal() == []


def test_second_press_of_a_rating_does_nothing(room: Room) -> None:
    page = room.study(basic("a"), basic("b"))
    room.press(Key.Key_Space)
    room.press(Key.Key_3)
    room.press(Key.Key_3)
    assert room.ratings() == [("a", Rating.GOOD)]
    assert words_of(page.card_view) == "Question b?"


def test_double_click_on_a_rating_rates_one_card(room: Room) -> None:
    page = room.study(basic("a"), basic("b"), basic("c"))
    room.press(Key.Key_Space)
    button = page.rating_buttons.button_for(Rating.GOOD)
    click(button)
    QTest.mouseDClick(button, Qt.MouseButton.LeftButton)
    assert room.ratings() == [("a", Rating.GOOD)]


def test_key_held_down_acts_once(room: Room) -> None:
    page = room.study(*(basic(name) for name in "abcd"))
    room.press(Key.Key_Space)
    for _ in range(5):
        room.hold(Key.Key_Space, " ")
        room.hold(Key.Key_3, "3")
    assert room.journal() == []
    room.press(Key.Key_3)
    for _ in range(5):
        room.hold(Key.Key_Space, " ")
        room.hold(Key.Key_Minus, "-")
    assert words_of(page.card_view) == "Question b?"
    assert len(room.journal()) == 1


def test_space_rates_as_the_button_that_the_focus_was_moved_to(room: Room) -> None:
    page = room.study(basic("a"))
    room.press(Key.Key_Space)
    while not page.rating_buttons.button_for(Rating.AGAIN).hasFocus():
        room.press(Key.Key_Tab)
    room.press(Key.Key_Space)
    assert room.ratings() == [("a", Rating.AGAIN)]


def test_keys_work_after_a_click_on_the_card(room: Room) -> None:
    page = room.study(basic("a"))
    click(page.card_view.viewport())
    assert page.card_view.hasFocus()
    room.press(Key.Key_Space)
    room.press(Key.Key_2)
    assert room.ratings() == [("a", Rating.HARD)]


def test_number_picks_the_option_under_its_letter(room: Room) -> None:
    page = room.study(*(choice(f"c{place}", options=6) for place in range(6)))
    for place in range(6):
        listed = words_of(page.card_view).split()[2:]
        letters, options = listed[0::2], listed[1::2]
        assert letters == list("ABCDEF")
        room.press(Key(Key.Key_1 + place))
        room.press(Key.Key_Space)
        chosen, right = options[place], f"c{place}-0"
        shown = words_of(page.card_view)
        assert f"{chosen} {'✓' if chosen == right else '✗'}" in shown
        assert shown.count("✗") == (chosen != right)
        assert shown.count("✓") == 1
        room.press(Key.Key_4)


def test_number_beyond_the_options_picks_nothing(room: Room) -> None:
    page = room.study(choice("c", options=3))
    before = page.card_view.toHtml()
    for key in (Key.Key_4, Key.Key_5, Key.Key_9):
        room.press(key)
    assert page.card_view.toHtml() == before


def test_picked_option_is_marked_and_another_pick_moves_the_mark(room: Room) -> None:
    page = room.study(choice("c"))
    assert marked_options(room) == []
    room.press(Key.Key_1)
    first = marked_options(room)
    room.press(Key.Key_2)
    second = marked_options(room)
    assert len(first) == len(second) == 1
    assert first != second
    assert "✓" not in words_of(page.card_view)


def test_several_right_options_are_picked_together_and_unpicked(room: Room) -> None:
    page = room.study(choice("c", options=4, right=(0, 1)))
    room.press(Key.Key_1)
    room.press(Key.Key_2)
    assert len(marked_options(room)) == 2
    room.press(Key.Key_1)
    assert len(marked_options(room)) == 1
    room.press(Key.Key_Space)
    assert words_of(page.card_view).count("✓") == 2


def test_click_picks_an_option(room: Room) -> None:
    page = room.study(choice("c"))
    page.card_view.anchorClicked.emit("option:2")
    assert marked_options(room) == ["c-2"]


def marked_options(room: Room) -> list[str]:
    """The options drawn in bold."""
    document = room.review.card_view.document()
    found = []
    block = document.begin()
    while block.isValid():
        words = block.text()
        iterator = block.begin()
        while not iterator.atEnd():
            style = iterator.fragment().charFormat()
            if style.isAnchor() and style.fontWeight() > 500:
                found.append(words.split()[-1])
                break
            iterator += 1
        block = block.next()
    return found


def test_typed_answer_takes_letters_digits_and_spaces(room: Room) -> None:
    page = room.study(typed("t", "3 4-x"), basic("b"))
    assert page.answer_field.hasFocus()
    room.type("3 4-=1?")
    assert page.answer_field.text() == "3 4-=1?"
    assert room.journal() == []
    assert not room.window.shortcuts_overlay.isVisible()


@pytest.mark.parametrize(("answer", "mark"), [("3 45", "✓"), ("3 46", "✗")])
def test_enter_shows_the_typed_answer_beside_the_right_one(room: Room, answer: str, mark: str) -> None:
    page = room.study(typed("t", "3 45"))
    room.type(answer)
    room.press(Key.Key_Return)
    assert words_of(page.card_view) == f"Type t {answer} {mark} 3 45"
    assert ("line-through" in page.card_view.toHtml()) == (mark == "✗")
    room.press(Key.Key_3)
    assert room.ratings() == [("t", Rating.GOOD)]


def test_enter_without_an_answer_reveals_without_a_verdict(room: Room) -> None:
    page = room.study(typed("t", "45"))
    room.press(Key.Key_Return)
    assert words_of(page.card_view) == "Type t 45"


def test_next_typed_card_starts_empty(room: Room) -> None:
    page = room.study(typed("t", "1"), typed("u", "2"))
    room.type("1")
    room.press(Key.Key_Return)
    room.press(Key.Key_4)
    assert room.card.note.id == "u"
    assert page.answer_field.text() == ""
    assert page.answer_field.hasFocus()


def test_undo_in_the_answer_takes_back_letters_first_then_the_rating(room: Room) -> None:
    page = room.study(basic("a"), typed("t", "1"))
    room.press(Key.Key_Space)
    room.press(Key.Key_3)
    room.type("5")
    room.control(Key.Key_Z)
    assert page.answer_field.text() == ""
    assert room.card.note.id == "t"
    room.control(Key.Key_Z)
    assert room.card.note.id == "a"
    assert room.journal()[-1]["kind"] == EntryKind.UNDO


def test_undo_asks_the_rated_card_again(room: Room) -> None:
    page = room.study(basic("a"), basic("b"))
    room.press(Key.Key_Space)
    room.press(Key.Key_4)
    room.control(Key.Key_Z)
    assert words_of(page.card_view) == "Question a?"
    assert page.header.counts_label.text() == "2 new · 0 learning · 0 due"
    assert page.header.progress_bar.value() == 0
    assert [row["kind"] for row in room.journal()] == [EntryKind.REVIEW, EntryKind.UNDO]


def test_undo_works_from_the_finished_screen(room: Room) -> None:
    page = room.study(basic("a"))
    room.press(Key.Key_Space)
    room.press(Key.Key_4)
    assert page.prompt is None
    room.control(Key.Key_Z)
    assert words_of(page.card_view) == "Question a?"
    assert page.card_view.isVisible()


def test_undo_works_from_the_decks_page(room: Room) -> None:
    room.study(basic("a"), basic("b"))
    room.press(Key.Key_Space)
    room.press(Key.Key_4)
    room.press(Key.Key_Escape)
    assert not room.is_reviewing
    room.control(Key.Key_Z)
    assert room.is_reviewing
    assert room.card.note.id == "a"


def test_undo_of_nothing_stays_on_the_decks_page(room: Room) -> None:
    room.write(basic("a"))
    room.open()
    room.control(Key.Key_Z)
    assert not room.is_reviewing
    assert room.journal() == []


@pytest.mark.parametrize(
    ("key", "kind"),
    [
        (Key.Key_Minus, EntryKind.BURY),
        (Key.Key_Equal, EntryKind.BURY),
        (Key.Key_At, EntryKind.SUSPEND),
        (Key.Key_Exclam, EntryKind.SUSPEND),
    ],
)
def test_card_is_put_away_before_and_after_its_reveal(room: Room, key: Key, kind: EntryKind) -> None:
    page = room.study(basic("a"), basic("b"), basic("c"))
    room.press(key)
    assert words_of(page.card_view) == "Question b?"
    room.press(Key.Key_Space)
    room.press(key)
    assert [(row["note"], row["kind"]) for row in room.journal()] == [("a", kind), ("b", kind)]
    assert words_of(page.card_view) == "Question c?"
    assert page.header.counts_label.text() == "1 new · 0 learning · 0 due"


def test_buried_card_comes_back_tomorrow_and_a_suspended_one_does_not(room: Room) -> None:
    room.study(basic("a"), basic("b"))
    room.press(Key.Key_Minus)
    room.press(Key.Key_At)
    room.now += DAY
    room.control(Key.Key_S)
    assert room.card.note.id == "a"
    assert room.prompt.counts.total == 1


def test_escape_leads_back_to_the_decks(room: Room) -> None:
    room.study(basic("a"))
    room.press(Key.Key_Escape)
    assert not room.is_reviewing
    assert room.window.sidebar.decks_button.isChecked()
    assert room.journal() == []


def test_counts_and_progress_move_with_each_rating(room: Room) -> None:
    page = room.study(*(basic(name) for name in "abc"))
    assert (page.header.progress_bar.value(), page.header.progress_bar.maximum()) == (0, 3)
    assert page.header.counts_label.text() == "3 new · 0 learning · 0 due"
    room.press(Key.Key_Space)
    room.press(Key.Key_4)
    assert (page.header.progress_bar.value(), page.header.progress_bar.maximum()) == (1, 3)
    assert page.header.counts_label.text() == "2 new · 0 learning · 0 due"
    room.press(Key.Key_Space)
    room.press(Key.Key_1)
    assert (page.header.progress_bar.value(), page.header.progress_bar.maximum()) == (2, 4)
    assert page.header.counts_label.text() == "1 new · 1 learning · 0 due"


def test_card_due_from_an_earlier_day_counts_as_due(room: Room) -> None:
    room.study(basic("a"))
    room.press(Key.Key_Space)
    room.press(Key.Key_4)
    room.now += 60 * DAY
    room.control(Key.Key_S)
    assert room.review.header.counts_label.text() == "0 new · 0 learning · 1 due"


def test_badges_show_only_after_the_reveal(room: Room) -> None:
    page = room.study(basic("a", section="2.1", evidence="hypothesis"), basic("b"))
    assert not page.card_frame.section_badge.isVisible()
    assert not page.card_frame.evidence_badge.isVisible()
    room.press(Key.Key_Space)
    assert (page.card_frame.section_badge.text(), page.card_frame.evidence_badge.text()) == (
        "Section 2.1",
        "Hypothesis",
    )
    assert page.card_frame.section_badge.isVisible()
    assert page.card_frame.evidence_badge.isVisible()
    room.press(Key.Key_3)
    assert not page.card_frame.section_badge.isVisible()
    room.press(Key.Key_Space)
    assert not page.card_frame.section_badge.isVisible()
    assert not page.card_frame.evidence_badge.isVisible()


def test_deck_title_stands_above_the_card(room: Room) -> None:
    room.write(basic("a"), title="Cities & <b>rivers</b>")
    page = room.study()
    assert page.header.title.text() == "Cities & <b>rivers</b>"
    assert page.header.title.textFormat() is Qt.TextFormat.PlainText


def test_finished_screen_says_what_was_done(room: Room) -> None:
    page = room.study(basic("a"), basic("b"))
    room.press(Key.Key_Space)
    room.now += 40_000
    room.press(Key.Key_4)
    room.press(Key.Key_Space)
    room.now += 50_000
    room.press(Key.Key_4)
    assert page.finished_panel.title.text() == "Done for now"
    assert page.finished_panel.summary_label.text() == "2 reviews · 100 % correct · 2 minutes"
    assert page.finished_panel.next_due_label.text() == "Next cards in 8 days."
    assert page.finished_panel.isVisible()


def test_undone_rating_is_no_longer_in_the_sum(room: Room) -> None:
    page = room.study(basic("a"))
    room.press(Key.Key_Space)
    room.press(Key.Key_4)
    room.control(Key.Key_Z)
    room.press(Key.Key_At)
    assert page.finished_panel.title.text() == "Nothing to study right now"
    assert not page.finished_panel.summary_label.isVisible()


@pytest.mark.parametrize("key", [Key.Key_Space, Key.Key_Return])
def test_finished_screen_is_left_by_its_key(room: Room, key: Key) -> None:
    room.study(basic("a"))
    room.press(Key.Key_Space)
    room.press(Key.Key_4)
    room.press(key)
    assert not room.is_reviewing


def finish_with_a_learning_card(room: Room, minutes: int) -> None:
    """End a session whose only card comes back after so many minutes (more than are asked ahead)."""
    room.study(basic("a"))
    room.press(Key.Key_Space)
    room.press(Key.Key_3)
    room.press(Key.Key_Escape)
    room.now -= (minutes - 10) * MINUTE
    room.control(Key.Key_S)


def waiting_timer(room: Room) -> QTimer:
    (timer,) = (timer for timer in room.review.findChildren(QTimer) if timer.isActive())
    return timer


def test_finished_screen_goes_on_by_itself_when_a_card_comes_due(room: Room) -> None:
    finish_with_a_learning_card(room, 30)
    page = room.review
    assert page.prompt is None
    assert "Next card at" in page.finished_panel.next_due_label.text()
    timer = waiting_timer(room)
    assert 9 * MINUTE < timer.interval() <= 10 * MINUTE
    room.now += timer.interval()
    timer.timeout.emit()
    assert page.card_view.isVisible()
    assert words_of(page.card_view) == "Question a?"


def test_clock_set_back_by_weeks_does_not_break_the_wait(room: Room) -> None:
    finish_with_a_learning_card(room, 60 * 24 * 60)
    assert room.review.prompt is None
    assert waiting_timer(room).interval() <= 60 * MINUTE


def locked(room: Room) -> Callable[[], object]:
    """Another program holds the collection; the window is told at once instead of after its patience."""
    room.collection.connection.execute("PRAGMA busy_timeout = 1")
    other = sqlite3.connect(room.file, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    return other.close


def read_only(room: Room) -> Callable[[], object]:
    room.collection.connection.execute("PRAGMA query_only = ON")
    return lambda: room.collection.connection.execute("PRAGMA query_only = OFF")


def full(room: Room) -> Callable[[], object]:
    """No page more fits on the disk: what is written next needs one."""
    connection = room.collection.connection
    connection.execute("CREATE TABLE IF NOT EXISTS filler (words BLOB)")
    size = connection.execute("PRAGMA page_size").fetchone()[0]
    connection.execute("INSERT INTO filler VALUES (zeroblob(?))", (size * 3,))
    pages = connection.execute("PRAGMA page_count").fetchone()[0]
    connection.execute(f"PRAGMA max_page_count = {pages}")
    connection.execute(
        "CREATE TEMP TRIGGER IF NOT EXISTS grow BEFORE INSERT ON main.entry BEGIN "
        f"INSERT INTO filler VALUES (zeroblob({size * 3})); END"
    )
    return lambda: connection.execute("PRAGMA max_page_count = 100000")


@pytest.mark.parametrize(
    ("break_it", "reason"),
    [
        (locked, "another program is using"),
        (read_only, "Allow writing to that folder"),
        (full, "the disk is full"),
    ],
)
def test_failing_write_keeps_the_card_and_the_next_try_works(
    room: Room, break_it: Callable[[Room], Callable[[], object]], reason: str
) -> None:
    page = room.study(*(basic(name) for name in "abcd"))
    for done, key in enumerate((Key.Key_3, Key.Key_Minus, Key.Key_At)):
        room.press(Key.Key_Space)
        mend = break_it(room)
        room.press(key)
        assert page.banner.isVisible()
        assert page.banner.text().startswith("Not saved. ")
        assert reason in page.banner.text()
        name = "abc"[done]
        assert words_of(page.card_view) == f"Question {name}? Answer {name}."
        assert len(room.journal()) == done
        mend()
        room.press(key)
        assert page.banner.text().startswith(("Buried", "Suspended")) or not page.banner.isVisible()
        assert [row["note"] for row in room.journal()] == list("abc"[: done + 1])
        assert words_of(page.card_view) == f"Question {'bcd'[done]}?"


def test_failing_undo_is_told_and_changes_nothing(room: Room) -> None:
    page = room.study(basic("a"), basic("b"))
    room.press(Key.Key_Space)
    room.press(Key.Key_3)
    mend = locked(room)
    room.control(Key.Key_Z)
    assert page.banner.isVisible()
    assert words_of(page.card_view) == "Question b?"
    mend()
    room.control(Key.Key_Z)
    assert words_of(page.banner) == "Undid: Good"
    assert words_of(page.card_view) == "Question a?"


def test_card_rated_elsewhere_meanwhile_is_not_rated_twice(room: Room) -> None:
    page = room.study(basic("a"), basic("b"))
    room.press(Key.Key_Space)
    mend = rate_elsewhere(room)
    room.press(Key.Key_3)
    assert room.ratings() == [("a", Rating.EASY)]
    assert words_of(page.card_view) == "Question b?"
    mend()


def rate_elsewhere(room: Room) -> Callable[[], object]:
    """Another program rates the card on screen."""
    from studyapp.services.study.session_start import start_session
    from studyapp.store.collection import Collection

    other = Collection(room.file, lambda: "other")
    study = start_session(other, room.clock, ["d"], CardLanguages.ENGLISH)
    study.show_next()
    study.reveal()
    study.rate(room.card.id, Rating.EASY)
    return other.close


TWO_LANGUAGES = {
    "id": "a",
    "front": {"en": "Where?", "zh-Hant": "哪裡？"},
    "back": {"en": "Here", "zh-Hant": "這裡"},
}


def test_next_language_keeps_the_card_on_screen(room: Room) -> None:
    room.write(basic("x"), TWO_LANGUAGES, basic("z"), title={"en": "Places", "zh-Hant": "地方"})
    page = room.study()
    room.press(Key.Key_Space)
    room.press(Key.Key_3)
    assert words_of(page.card_view) == "Where?"
    room.control(Key.Key_L)
    assert words_of(page.card_view) == "哪裡？"
    assert page.header.title.text() == "地方"
    room.control(Key.Key_L)
    assert words_of(page.card_view) == "Where? 哪裡？"
    assert page.header.title.text() == "Places · 地方"
    room.control(Key.Key_L)
    assert words_of(page.card_view) == "Where?"
    assert room.card.note.id == "a"
    assert len(room.journal()) == 1


def test_next_language_on_the_finished_screen_stays_there(room: Room) -> None:
    page = room.study(basic("a"))
    room.press(Key.Key_Space)
    room.press(Key.Key_4)
    room.control(Key.Key_L)
    assert page.finished_panel.isVisible()


def test_list_of_keys_takes_one_key_and_gives_the_focus_back(room: Room) -> None:
    page = room.study(basic("a"))
    room.press(Key.Key_F1)
    assert room.window.shortcuts_overlay.isVisible()
    room.press(Key.Key_Space)
    assert not room.window.shortcuts_overlay.isVisible()
    assert words_of(page.card_view) == "Question a?"
    room.press(Key.Key_Space)
    assert words_of(page.card_view) == "Question a? Answer a."


def test_list_of_keys_goes_when_another_page_is_opened(room: Room) -> None:
    room.study(basic("a"))
    room.press(Key.Key_Question)
    click(room.window.sidebar.decks_button)
    assert not room.window.shortcuts_overlay.isVisible()
    room.press(Key.Key_F1)
    assert room.window.shortcuts_overlay.isVisible()
    click(room.window.sidebar.study_button)
    assert not room.window.shortcuts_overlay.isVisible()
    assert room.review.reveal_button.hasFocus()


def test_long_card_is_scrolled_by_page_keys(room: Room) -> None:
    page = room.study(basic("a", back="\n\n".join(f"Line {number}" for number in range(200))))
    room.press(Key.Key_Space)
    (area,) = page.findChildren(QScrollArea)
    bar = area.verticalScrollBar()
    room.wait(lambda: bar.maximum() > 1000)
    assert bar.value() == 0
    room.press(Key.Key_PageDown)
    assert bar.value() > 100
    room.press(Key.Key_PageUp)
    assert bar.value() == 0


def test_focus_stands_on_what_comes_next(room: Room) -> None:
    page = room.study(basic("a"))
    assert QApplication.focusWidget() is page.reveal_button
    room.press(Key.Key_Space)
    assert QApplication.focusWidget() is page.rating_buttons.button_for(Rating.GOOD)
    room.press(Key.Key_4)
    assert QApplication.focusWidget() is page.finished_panel.back_button


def test_answer_is_brought_into_view_below_a_long_question(room: Room) -> None:
    lines = "\n\n".join(f"Line {number}" for number in range(40))
    page = room.study(basic("a", front=lines, back=lines), basic("b", front=lines))
    (area,) = page.findChildren(QScrollArea)
    asked = page.card_view.height()
    assert asked > area.height()
    room.press(Key.Key_Space)
    column = area.widget()
    assert column is not None
    top = page.card_view.mapTo(column, page.card_view.rect().topLeft()).y()
    room.wait(lambda: area.verticalScrollBar().value() == top + asked)
    room.press(Key.Key_3)
    room.wait(lambda: area.verticalScrollBar().value() == 0)


def test_short_answer_scrolls_nothing(room: Room) -> None:
    page = room.study(basic("a"))
    (area,) = page.findChildren(QScrollArea)
    room.press(Key.Key_Space)
    room.settle()
    assert area.verticalScrollBar().maximum() == 0


def test_long_names_do_not_widen_the_page(room: Room) -> None:
    room.write(basic("a", section="a long section " * 20), title="A long title " * 20)
    page = room.study()
    room.window.resize(room.window.minimumSize())
    room.press(Key.Key_Space)
    room.settle()
    (area,) = page.findChildren(QScrollArea)
    assert area.horizontalScrollBar().maximum() == 0
    assert page.card_frame.section_badge.isVisible()
    assert page.header.title.geometry().right() < page.header.counts_label.geometry().left()


def test_a_screen_reader_hears_question_answer_and_rating(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[str] = []
    monkeypatch.setattr(screen_reader, "announce", lambda widget, words: heard.append(words))
    room.study(basic("a"), basic("b"))
    room.press(Key.Key_Space)
    room.press(Key.Key_4)
    assert [words.strip() for words in heard] == ["Question a?", "Answer a.", "Easy, 8 days", "Question b?"]


def test_a_space_that_is_held_reveals_and_rates_nothing(room: Room) -> None:
    room.study(basic("a"))
    room.press(Key.Key_Space)
    for _ in range(3):
        room.hold(Key.Key_Space, " ")
    good = room.review.rating_buttons.button_for(Rating.GOOD)
    QTest.keyRelease(good, Key.Key_Space)
    assert room.journal() == []
    assert not good.isDown()
