"""Whether decks may contain formulas."""

import json
from pathlib import Path

import pytest

from studyapp.services.library.formula_check import may_contain_formulas
from studyapp.services.library.library_refresh import refresh_library
from studyapp.services.options.clock import Clock
from studyapp.store.collection import Collection
from studyapp.system_dependencies import new_device_id


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Plain [text] (with) brackets", False),
        ("$x^2$", True),
        (r"\(x\)", True),
        (r"\[x\]", True),
        ("[latex]x[/latex]", True),
        ("<anki-mathjax>x</anki-mathjax>", True),
    ],
)
def test_signs_of_formulas_are_found(tmp_path: Path, text: str, expected: bool) -> None:
    notes = [{"id": "a", "front": "Q", "back": "A"}, {"id": "b", "front": "Q", "back": text}]
    (tmp_path / "d.yaml").write_text(json.dumps({"deck": "d", "title": "D", "notes": notes}))
    with Collection(tmp_path / "c.db", new_device_id) as collection:
        assert may_contain_formulas(collection) is False
        refresh_library(collection, [tmp_path], Clock(lambda: 0))
        assert may_contain_formulas(collection) is expected
