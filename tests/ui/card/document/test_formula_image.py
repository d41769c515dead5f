"""Formulas on a card: on the baseline, in the size and color of the text."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QColor, QImage, QTextFragment, QTextImageFormat

from studyapp.core.rendering.formulas.formula import decode_formula_image, encode_formula_image
from studyapp.core.rendering.markdown_rendering import render_cloze_answer, render_markdown
from studyapp.ui.card.document.card_typesetting import blocks
from studyapp.ui.card.document.formula_image import render_formula_image
from studyapp.ui.card.document.weighted_cache import WeightedCache
from studyapp.ui.kit import theme
from tests.ui.card.card_view_driver import CardViewDriver

pytestmark = pytest.mark.qt_log_ignore("plugin does not support propagateSizeHints")


def fragments(driver: CardViewDriver) -> Iterator[QTextFragment]:
    for block in blocks(driver.card_view.document()):
        iterator = block.begin()
        while not iterator.atEnd():
            if iterator.fragment().charFormat().isImageFormat():
                yield iterator.fragment()
            iterator += 1


def shown(driver: CardViewDriver, markdown: str) -> list[QTextImageFormat]:
    driver.card_view.show_html(render_markdown(markdown), None)
    driver.card_view.grab()
    return [fragment.charFormat().toImageFormat() for fragment in fragments(driver)]


def colours_of(image: QImage) -> set[str]:
    colours = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return {colour.name() for colour in colours if colour.alpha() == 255}


def baseline_of(image_format: QTextImageFormat) -> tuple[float, float]:
    """The lowest ink of the letter and the bottom of its image, in pixels from the top."""
    image = render_formula_image(image_format.name())
    assert image is not None
    rows = [
        y
        for y in range(image.height())
        if any(image.pixelColor(x, y).alpha() > 100 for x in range(image.width()))
    ]
    return (rows[-1] + 1) / image.devicePixelRatio(), image_format.height()


@pytest.mark.parametrize("latex", ["x", r"\hat{x}", r"\overline{x}", "xx"])
def test_letters_stand_on_the_baseline(driver: CardViewDriver, latex: str) -> None:
    [image_format] = shown(driver, f"text ${latex}$")
    block = next(blocks(driver.card_view.document()))
    line = block.layout().lineAt(0)
    ink, height = baseline_of(image_format)
    # Qt puts the bottom of the image at the descent of the font of its format.
    from PySide6.QtGui import QFontMetricsF

    descent = QFontMetricsF(image_format.font()).descent()
    assert ink == pytest.approx(height - descent, abs=1.0)
    assert line.descent() == pytest.approx(descent, abs=1.0)


def test_a_fraction_hangs_below_the_baseline_without_moving_other_formulas(
    driver: CardViewDriver,
) -> None:
    letter, fraction = shown(driver, r"text $x$ $\frac{a}{b}$")
    [alone] = shown(driver, "text $x$")
    assert letter.height() == alone.height()
    assert fraction.height() > letter.height()


def test_size_and_colour_are_those_of_the_text(driver: CardViewDriver) -> None:
    html = render_markdown("$x$")
    driver.card_view.show_html(
        f'<h1>{html[3:-5]}</h1><p><span style="color: #cc0000">{html[3:-5]}</span></p>', None
    )
    driver.card_view.grab()
    large, coloured = (fragment.charFormat().toImageFormat() for fragment in fragments(driver))
    assert large.width() > 1.05 * coloured.width()
    image = render_formula_image(coloured.name())
    assert image is not None
    assert colours_of(image) == {coloured.foreground().color().name()}


def test_marked_deletions_have_the_accent_colour(driver: CardViewDriver) -> None:
    driver.card_view.show_html(render_cloze_answer(r"\(a+{{c1::MMMM}}\)", 1), None)
    driver.card_view.grab()
    [image_format] = [fragment.charFormat().toImageFormat() for fragment in fragments(driver)]
    image = render_formula_image(image_format.name())
    assert image is not None
    assert QColor(theme.current_colours().accent).name() in colours_of(image)


def test_wide_formula_is_scaled_down_but_stays_readable(driver: CardViewDriver) -> None:
    width = driver.card_view.viewport().width()
    [fitting] = shown(driver, "$" + "x+" * 17 + "x$")
    [scaled] = shown(driver, "$" + "x+" * 21 + "x$")
    [too_wide] = shown(driver, "$" + "x+" * 60 + "x$")
    assert fitting.width() < scaled.width() <= width + 1
    assert scaled.height() < fitting.height()
    assert too_wide.width() > width


def test_formula_follows_the_width_of_the_card(driver: CardViewDriver) -> None:
    [before] = shown(driver, "$" + "x+" * 20 + "x$")
    driver.window.resize(520, 400)
    driver.card_view.grab()
    [after] = [fragment.charFormat().toImageFormat() for fragment in fragments(driver)]
    assert after.width() < before.width()


def test_formulas_are_no_pictures_to_enlarge(driver: CardViewDriver) -> None:
    [image_format] = shown(driver, "$x$")
    assert not image_format.isAnchor()
    formula = decode_formula_image(image_format.name())
    assert formula is not None
    assert formula.latex == "x"


def test_failure_of_the_library_shows_the_source(driver: CardViewDriver) -> None:
    from studyapp.ui.card.document import formula_image

    # A name that no card contains, because its formula is refused.
    name = encode_formula_image(r"\unknown", is_display=False) + ":18,1,100,30,20,1,000000,ff0000"
    image = formula_image.render_formula_image(name)
    assert image is not None
    assert colours_of(image) == {"#000000"}
    assert render_formula_image("formula:i:eA==") is None
    assert render_formula_image("a.png") is None


def test_cache_is_limited_by_weight() -> None:
    cache: WeightedCache[str] = WeightedCache(10, len)
    made: list[str] = []

    def get(key: str) -> str:
        return cache.get(key, lambda: made.append(key) or key)  # type: ignore[func-returns-value]

    for key in ("aaaa", "bbbb", "aaaa", "cccc", "aaaa", "bbbb", "x" * 11, "aaaa"):
        assert get(key) == key
    assert made == ["aaaa", "bbbb", "cccc", "bbbb", "x" * 11, "aaaa"]
