import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studyapp.anki.reading.untrusted_json import parse_untrusted_json

values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda children: st.lists(children) | st.dictionaries(st.text(), children),
)


@given(values)
def test_honest_documents_are_parsed(value: object) -> None:
    assert parse_untrusted_json(json.dumps(value)) == value


@pytest.mark.parametrize("depth", [101, 5000, 200_000])
@pytest.mark.parametrize("brackets", ["[]", ('{"a":', "}")])
def test_deep_documents_are_refused(depth: int, brackets: tuple[str, str]) -> None:
    opening, closing = brackets
    with pytest.raises(ValueError, match="nested too deeply"):
        parse_untrusted_json(opening * depth + closing * depth)


def test_brackets_in_texts_and_side_by_side_do_not_nest() -> None:
    documents: list[object] = [
        ["[" * 1000 + '"' + "\\"],
        [[]] * 1000,
        {str(number): {} for number in range(1000)},
    ]
    for value in documents:
        assert parse_untrusted_json(json.dumps(value)) == value
