"""Ending a search while a query runs."""

from collections.abc import Iterator
from contextlib import contextmanager

from studyapp.core.progress_callback import ProgressCallback
from studyapp.store.collection import Collection
from studyapp.store.errors import StoreInterrupted


@contextmanager
def interruptible(collection: Collection, progress: ProgressCallback) -> Iterator[None]:
    """Call `progress` while the queries of the block run. If it raises an exception, they and the block end with it."""
    collection.call_during_queries(lambda: progress(0, 0))
    try:
        yield
    except StoreInterrupted:
        progress(0, 0)  # raises that the task was canceled
        raise
