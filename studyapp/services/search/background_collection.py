"""A collection that stays open for background tasks."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from studyapp.core.progress_callback import ProgressCallback
from studyapp.services.search.interruption import interruptible
from studyapp.store.collection import Collection
from studyapp.store.errors import StoreError

_SECONDS_BETWEEN_ATTEMPTS = 0.005


class BackgroundCollection:
    """Opens the collection when it is first used, and leaves it open. Several threads may call it, also at once: they use the
    collection one after the other."""

    def __init__(self, open_collection: Callable[[], Collection], forget: Callable[[], None]) -> None:
        """`open_collection` opens a collection that may change threads. `forget` is called before it is closed, to forget
        what depends on it."""
        self._open_collection, self._forget = open_collection, forget
        self._lock = threading.Lock()
        self._collection: Collection | None = None

    @contextmanager
    def use(self, progress: ProgressCallback) -> Iterator[Collection]:
        """Use the collection in the block. `progress` is called regularly, also while a query runs, and may raise to stop it.
        Raises StoreError if the collection can't be opened; after that and any other StoreError, it is opened again."""
        while not self._lock.acquire(timeout=_SECONDS_BETWEEN_ATTEMPTS):
            progress(0, 0)
        try:
            if self._collection is None:
                self._collection = self._open_collection()
                self._collection.keep_temporary_tables_in_memory()
            with interruptible(self._collection, progress):
                yield self._collection
        except StoreError:
            self._close()
            raise
        finally:
            self._lock.release()

    def close(self) -> None:
        """Close the collection. The next use opens it again."""
        with self._lock:
            self._close()

    def _close(self) -> None:
        self._forget()
        if self._collection is not None:
            self._collection.close()
            self._collection = None
