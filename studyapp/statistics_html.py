"""Writing the statistics page to a file, for the command line."""

from pathlib import Path
from typing import TYPE_CHECKING

from studyapp.core.text.localized_text import CardLanguages
from studyapp.services.browse.browse_rows import load_rows
from studyapp.services.search.card_search import update_search_index
from studyapp.services.statistics.fact_updating import update_facts
from studyapp.services.statistics.statistics_loading import Scope, load_report
from studyapp.ui.kit.app_settings import AppSettings
from studyapp.ui.statistics.html_page import write_html_page

if TYPE_CHECKING:
    from studyapp.services.options.clock import Clock
    from studyapp.store.collection import Collection


def write_statistics_html(
    collection: "Collection",
    scope: Scope,
    clock: "Clock",
    languages: CardLanguages,
    data_folder: Path,
    path: Path,
) -> None:
    """Write the statistics page as one HTML file with its pictures, in the language of the window.

    Facts about reviews are brought up to date first. Raises StoreError if the collection can't be read or written, and
    OSError if the file can't be written.
    """
    update_facts(collection, clock)
    update_search_index(collection)
    report = load_report(collection, scope, clock)
    cards = [one.card for one in report.memory.forgotten]
    rows = load_rows(collection, cards, clock.study_day(), languages)
    questions = {card: row.question for card, row in rows.items()}
    write_html_page(report, questions, AppSettings(data_folder).interface_language, path)
