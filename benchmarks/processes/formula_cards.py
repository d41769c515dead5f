"""Show a card with a formula: in a new process, which loads the library, and again.

Prints the seconds for the first card, for one like it, and for a known formula.
"""

import time

from PySide6.QtWidgets import QApplication

from benchmarks.processes.process import print_result
from studyapp.core.rendering.markdown_rendering import render_markdown
from studyapp.ui.card.card_view import CardView

FORMULA = r"x = \frac{-b \pm \sqrt{b^2 - 4ac}}{2a}"


def main() -> None:
    application = QApplication([])
    view = CardView()
    view.resize(600, 400)
    view.show()
    _show(view, "plain text, so that everything else is loaded: *a* `b`")
    application.processEvents()
    print_result(
        first=_show(view, f"first $${FORMULA}$$"),
        similar=_show(view, f"second $${FORMULA} + 1$$"),
        known=_show(view, f"third $${FORMULA}$$"),
    )


def _show(view: CardView, markdown: str) -> float:
    start = time.perf_counter()
    view.show_html(render_markdown(markdown), None)
    view.grab()
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
