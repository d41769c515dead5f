"""Which texts of a note are compared with those of others."""

from collections.abc import Sequence
from typing import NamedTuple

from studyapp.core.search.index.searchable_text import FIELD_END, field_mark


class ComparedTexts(NamedTuple):
    """The versions of the first field of a note and of its second one, folded as in the search index. Either may be
    empty."""

    first: Sequence[str]
    second: Sequence[str]


def compared_texts(joined_text: str, explanation_number: int) -> ComparedTexts:
    """Return the texts of the first two fields of a note that are filled in, from its text in the search index.

    The explanation is not compared. It is the field with the number `explanation_number`.
    """
    explanation_mark = field_mark(explanation_number)
    versions_by_mark: dict[str, list[str]] = {}
    for field in joined_text.split(FIELD_END)[1:-1]:
        if len(field) > 1 and field[0] != explanation_mark:
            versions_by_mark.setdefault(field[0], []).append(field[1:])
    first, second, *_ = (*versions_by_mark.values(), (), ())
    return ComparedTexts(first, second)
