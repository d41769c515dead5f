"""What a search knows about the library and the time."""

from datetime import UTC
from pathlib import Path

from studyapp.services.library.library_refresh import refresh_library
from studyapp.services.options.clock import Clock
from studyapp.services.options.option_storage import set_option
from studyapp.services.search.search_context import load_search_context
from studyapp.services.search.text_search import find_cards_by_text
from tests.store.samples import open_collection

DECK = """\
deck: d
title: {en: English title, zh-Hant: 中文標題}
source: {title: Paper, author: Somebody}
notes:
  - {id: good, front: a, back: b}
  - {id: bad, front: "a $\\\\nonsense$", back: b, unknown_field: c}
"""


def test_context_of_a_library(tmp_path: Path) -> None:
    (tmp_path / "d.yaml").write_text(DECK, encoding="utf-8")
    (tmp_path / "duplicate.yaml").write_text(DECK, encoding="utf-8")
    now = 5 * 86_400_000 + 3_600_000  # 1:00, so the day that began yesterday ends at 4:00
    clock = Clock(lambda: now, UTC)
    with open_collection(tmp_path / "data" / "collection.db") as collection:
        library = refresh_library(collection, [tmp_path], clock).library
        set_option(collection, "d", "leech_lapses", "3")
        set_option(collection, "", "learn_ahead", "7")
        context = load_search_context(collection, library, clock)
        assert context.decks["d"].titles == ("English title", "中文標題")
        assert (context.decks["d"].source.author, context.decks["d"].leech_threshold) == ("Somebody", 3)
        assert (context.day, context.now, context.day_end) == (4, now, now + 3 * 3_600_000)
        assert context.learn_ahead_ms == 7 * 60_000
        assert set(context.problems_by_note) == {"d/bad"}
        for query, notes in (
            ("problem:*", {"bad"}),
            ("problem:unknown_field", {"bad"}),
            ("problem:none", {"good"}),
        ):
            found = find_cards_by_text(collection, library, clock, query)
            assert (query, {card.note_id for card in found}) == (query, notes)
