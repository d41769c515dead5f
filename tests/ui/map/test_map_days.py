"""The slider over past and coming days, and the sentence about the chosen one."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication

from studyapp.core.concept_map.concept_map import MapEdge
from studyapp.core.concept_map.map_memory import CardHistory, MapCards, MapMemory
from studyapp.core.concept_map.node_memory import MemoryLevel, NodeMemory
from studyapp.core.study.rating import Rating
from studyapp.services.concept_map.map_loading import MapKind
from studyapp.ui.kit import formatting
from studyapp.ui.kit.translators import install_translators, set_default_locale
from studyapp.ui.map.legend_view import legend_entries
from studyapp.ui.map.map_texts import describe_day, describe_memory, describe_unknown, explain_level
from tests.ui.app_driver import DAY, AppDriver, click
from tests.ui.map.map_driver import NET, MapDriver

pytestmark = pytest.mark.qt_log_ignore(
    "plugin does not support (propagateSizeHints|raise|grabbing the keyboard)"
)

Key = Qt.Key
GOOD = Rating.GOOD
TODAY = 20_700
"""4 September 2026."""


@contextmanager
def texts_in(language: str, application: QApplication) -> Iterator[None]:
    """Show texts and dates in a language."""
    translators, locale = install_translators(application, language), QLocale()
    set_default_locale(language)
    try:
        yield
    finally:
        QLocale.setDefault(locale)
        for translator in translators:
            application.removeTranslator(translator)


@pytest.fixture
def english(qapp: QApplication) -> Iterator[None]:
    """Texts with the plural forms of English."""
    with texts_in("en", qapp):
        yield


def memory_of(*, is_studied: bool = True) -> MapMemory:
    histories = (CardHistory((TODAY - 9,), (5.0,)),) if is_studied else ()
    return MapMemory(TODAY - 9, TODAY, TODAY + 30, (MapCards(1, (0,)),), histories, lambda _: 0.5)


@pytest.mark.parametrize(
    ("day", "sentence"),
    [
        (TODAY, "You know about 2 of 3 concepts now."),
        (TODAY - 9, "On 26 August 2026 you knew about 2 of 3 concepts."),
        (TODAY + 30, "Without study until 4 October 2026, you will know about 2 of 3 concepts."),
    ],
)
@pytest.mark.usefixtures("english")
def test_the_sentence_says_how_many_concepts_are_known(day: int, sentence: str) -> None:
    levels = (MemoryLevel.KNOWN, MemoryLevel.NEW, MemoryLevel.NO_CARDS, MemoryLevel.KNOWN)
    assert describe_day(memory_of(), day, levels) == sentence


@pytest.mark.usefixtures("english")
def test_sentences_have_the_right_plural_forms() -> None:
    assert describe_day(memory_of(), TODAY, [MemoryLevel.KNOWN]) == "You know about 1 of 1 concept now."
    nothing = memory_of(is_studied=False)
    assert describe_day(nothing, TODAY, [MemoryLevel.NEW]) == "Not studied yet: 1 concept."


@pytest.mark.usefixtures("english")
def test_the_memory_of_a_node_is_told_in_words() -> None:
    assert describe_memory(NodeMemory(0, 0, 0.0)) == ["No cards"]
    assert describe_memory(NodeMemory(2, 0, 0.0)) == ["New", "2 cards"]
    assert describe_memory(NodeMemory(3, 2, 1.6)) == ["Fading", "3 cards", "2 studied", "expected recall 80%"]
    assert describe_memory(NodeMemory(1, 1, 0.951)) == ["Known", "1 card", "expected recall 95%"]


@pytest.mark.usefixtures("english")
def test_the_legend_names_each_level_and_its_limits() -> None:
    assert [explain_level(level, 1_000 + number) for number, level in enumerate(MemoryLevel)] == [
        "No cards · 1,000",
        "New · 1,001",
        "Forgotten: below 70% · 1,002",
        "Fading: 70% to 90% · 1,003",
        "Known: 90% or more · 1,004",
    ]


@pytest.mark.usefixtures("english")
@pytest.mark.parametrize(
    ("counts", "sentence"),
    [
        ((0, 0, 0), ""),
        ((1, 0, 0), "Not known: 0 (forgotten)."),
        ((1, 1, 1), "Not known: 0 (forgotten); 1 (fading); 2 (new)."),
        ((1, 0, 3), "Not known: 1 forgotten; 3 new."),
        ((1, 2, 3), "Not known: 2 fading; 1 forgotten; 3 new."),
    ],
)
def test_unknown_concepts_are_named_if_they_are_few(counts: tuple[int, int, int], sentence: str) -> None:
    forgotten, fading, new = counts
    levels = [
        *[MemoryLevel.FORGOTTEN] * forgotten,
        *[MemoryLevel.FADING] * fading,
        *[MemoryLevel.NEW] * new,
        *[MemoryLevel.KNOWN, MemoryLevel.NO_CARDS],
    ]
    assert describe_unknown(str, levels) == sentence


@pytest.mark.usefixtures("english")
@pytest.mark.parametrize(
    ("kind", "dashes", "arrows"),
    [
        (MapKind.PREREQUISITES, (), []),
        (MapKind.PREREQUISITES, (False,), ["Arrow: from a prerequisite to what builds on it"]),
        (MapKind.DIAGRAM, (False, False), ["Arrow: from a box to what follows from it"]),
        (
            MapKind.DIAGRAM,
            (False, True),
            ["Arrow: from a box to what follows from it", "Dashed: not certain"],
        ),
    ],
)
def test_the_legend_explains_the_arrows_that_a_map_has(
    kind: MapKind, dashes: tuple[bool, ...], arrows: list[str]
) -> None:
    edges = [MapEdge(0, 1, is_dashed=is_dashed) for is_dashed in dashes]
    assert [entry.text for entry in legend_entries(kind, edges, ())[len(MemoryLevel) :]] == arrows


def test_the_legend_is_that_of_the_shown_map(app: AppDriver, maps: MapDriver) -> None:
    app.write_deck(*NET)
    app.write_deck(maps.write_tree(), deck="e")
    legend = maps.open_window().view.legend
    assert legend.accessibleDescription().endswith("; Arrow: from a box to what follows from it")
    before = legend.grab().toImage()
    maps.choose("The deck")
    assert legend.accessibleDescription().endswith("; Arrow: from a prerequisite to what builds on it")
    assert legend.grab().toImage() != before


def test_the_slider_shows_past_days(app: AppDriver, maps: MapDriver) -> None:
    app.write_deck(*NET)
    maps.study((GOOD,), (), (), (), (), (GOOD, GOOD))
    page = maps.open_window()
    slider = page.view.day_bar.slider
    assert (slider.minimum(), slider.value(), slider.maximum()) == (-5, 0, 30)
    known = maps.shown.levels.count(MemoryLevel.KNOWN)
    slider.setValue(-5)
    assert maps.sentence == "On 16 September 2026 you knew about 1 of 5 concepts. Not known: 4 new."
    assert page.view.legend.entries[0].text == "Known: 90% or more · 1"
    assert maps.shown.levels.count(MemoryLevel.KNOWN) == 1 < known
    assert page.canvas._levels == maps.shown.levels


def test_the_slider_shows_coming_days_without_study(app: AppDriver, maps: MapDriver) -> None:
    app.write_deck(*NET)
    maps.study((GOOD,))
    page = maps.open_window()
    maps.click("root")
    page.view.day_bar.slider.setValue(30)
    assert maps.sentence.startswith(
        "Without study until 21 October 2026, you will know about 0 of 5 concepts"
    )
    assert maps.level("root") is not MemoryLevel.KNOWN
    assert page.panel.memory_label.text().startswith(("Fading", "Forgotten"))
    click(page.view.day_bar.today_button)
    assert maps.sentence == "You know about 1 of 5 concepts now. Not known: 4 new."
    assert not page.view.day_bar.today_button.isVisible()
    assert QApplication.focusWidget() is page.view.day_bar.slider


@pytest.mark.parametrize(
    ("language", "date"), [("en", "4 Sep 2026"), ("zh-Hant", "2026/9/4"), ("zh-Hans", "2026/9/4")]
)
def test_dates_of_the_slider_have_the_year_in_full(qapp: QApplication, language: str, date: str) -> None:
    with texts_in(language, qapp):
        assert formatting.format_short_date(TODAY) == date


def test_keys_move_the_slider_and_the_sentence_is_said(
    app: AppDriver, maps: MapDriver, monkeypatch: pytest.MonkeyPatch
) -> None:
    app.write_deck(*NET)
    maps.study((GOOD,))
    slider = maps.open_window().view.day_bar.slider
    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    slider.setFocus()
    assert slider.accessibleDescription() == maps.sentence
    app.press(Key.Key_Right)
    app.process_events()
    assert slider.value() == 1
    assert slider.accessibleDescription() == maps.sentence
    assert maps.sentence.startswith("Without study until 22 September 2026")
    app.press(Key.Key_PageUp)
    assert slider.value() == 8
    app.press(Key.Key_End)
    assert slider.value() == 30
    app.press(Key.Key_Home)
    assert slider.value() == 0


def test_the_chosen_day_stays_when_the_map_is_loaded_again(app: AppDriver, maps: MapDriver) -> None:
    app.write_deck(*NET)
    maps.study((GOOD,), (), (), (GOOD,))
    page = maps.open_window()
    page.view.day_bar.slider.setValue(-2)
    sentence = maps.sentence
    app.now += DAY
    page.refresh()
    maps.wait()
    assert page.view.day_bar.slider.value() == -3
    assert maps.sentence == sentence
    page.view.day_bar.slider.setValue(0)
    app.now += DAY
    page.refresh()
    maps.wait()
    assert page.view.day_bar.slider.value() == 0
    assert maps.sentence.startswith("You know about ")


def test_another_map_shows_the_same_day(app: AppDriver, maps: MapDriver) -> None:
    app.write_deck(*NET)
    app.write_deck(maps.write_tree(), deck="e")
    maps.study((GOOD,), (), (GOOD,))
    page = maps.open_window()
    maps.choose("The deck")
    page.view.day_bar.slider.setValue(-1)
    sentence = maps.sentence
    maps.choose("Diagram: A family")
    assert maps.sentence == "Not studied yet: 1 concept."
    assert not page.view.day_bar.slider.isVisible()
    maps.choose("The deck")
    assert maps.sentence == sentence
