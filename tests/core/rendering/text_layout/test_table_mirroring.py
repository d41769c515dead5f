"""Columns of tables with right-to-left text."""

from hypothesis import given
from hypothesis import strategies as st

from studyapp.core.rendering.text_layout.table_mirroring import is_right_to_left, mirror_tables


def table(*rows: tuple[str, ...]) -> str:
    lines = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>\n" for row in rows)
    return f"<p>before</p><table>\n{lines}</table><p>after</p>"


def test_columns_of_right_to_left_tables_are_reversed() -> None:
    assert mirror_tables(table(("עיר", "b"), ("1", "2"))) == table(("b", "עיר"), ("2", "1"))
    assert mirror_tables(table(("<b>مدينة</b>", "b", "c"))) == table(("c", "b", "<b>مدينة</b>"))


def test_other_tables_keep_their_order() -> None:
    for html in (table(("city", "עיר")), table(("1", "2")), "<p>עיר</p>", table(("a", "b")) + "<p>עיר</p>"):
        assert mirror_tables(html) == html


def test_direction_is_that_of_the_first_letter() -> None:
    assert [is_right_to_left(text) for text in ("1. עיר a", "a עיר", "<p>م</p>", "", "12")] == [
        True,
        False,
        True,
        False,
        False,
    ]


@given(
    st.lists(
        st.lists(st.sampled_from(["א", "a", "1", "<b>ב</b>", ""]), min_size=1, max_size=4).map(tuple),
        min_size=1,
    )
)
def test_mirroring_twice_gives_the_same_table_if_both_ends_are_right_to_left(
    rows: list[tuple[str, ...]],
) -> None:
    framed = [("א", *row, "ב") for row in rows]
    assert mirror_tables(mirror_tables(table(*framed))) == table(*framed)
