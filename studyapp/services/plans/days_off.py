"""Marking study days as days off, which don't break a streak."""

from studyapp.store.collection import Collection
from studyapp.store.plans import days_off


def set_day_off(collection: Collection, day: int, *, is_off: bool) -> None:
    """Mark a study day as a day off, or as none. Raises StoreError if the collection can't be written."""
    with collection.transaction() as connection:
        days_off.save(connection, day, is_off=is_off)
