"""Keeping figures of the statistics until they change."""

from collections.abc import Callable, Hashable
from typing import TypeVar

from studyapp.core.progress_callback import ProgressCallback
from studyapp.services.search.background_collection import BackgroundCollection
from studyapp.store.collection import Collection

Figures = TypeVar("Figures")

_MAX_KEPT = 12
"""The figures of some scopes, in several parts each."""


class KeptFigures:
    """Loads figures in a collection that stays open, and keeps them until anybody else writes to it.

    What this collection writes itself only brings up to date what other changes made outdated, so it changes no figures.
    Several threads may call it, also at once.
    """

    def __init__(self, open_collection: Callable[[], Collection]) -> None:
        """`open_collection` opens a collection that may change threads."""
        self._background = BackgroundCollection(open_collection, self._forget)
        self._version: int | None = None
        self._figures_by_key: dict[Hashable, object] = {}

    def load(
        self,
        find_key: Callable[[Collection], Hashable],
        load: Callable[[Collection, ProgressCallback], Figures],
        progress: ProgressCallback,
    ) -> Figures:
        """Return the figures that are kept under a key; load and keep them if there are none.

        `find_key` returns everything on which the figures depend besides the collection. Raises StoreError if the collection
        can't be read or written, and what `load` and `progress` raise.
        """
        with self._background.use(progress) as collection:
            version = collection.external_write_version()
            if version != self._version:
                self._forget()
            key = find_key(collection)
            if key in self._figures_by_key:
                kept: Figures = self._figures_by_key[key]  # type: ignore[assignment]  # the key tells which figures
                return kept
            figures = load(collection, progress)
            if collection.external_write_version() == version:
                self._keep(version, key, figures)
            return figures

    def use_collection(
        self, operation: Callable[[Collection, ProgressCallback], Figures], progress: ProgressCallback
    ) -> Figures:
        """Run an operation in the same collection, so that what it brings up to date there changes no figures."""
        with self._background.use(progress) as collection:
            return operation(collection, progress)

    def close(self) -> None:
        """Close the collection and forget all figures. The next call opens it again."""
        self._background.close()

    def _keep(self, version: int, key: Hashable, figures: object) -> None:
        while len(self._figures_by_key) >= _MAX_KEPT:
            del self._figures_by_key[next(iter(self._figures_by_key))]  # the oldest
        self._version, self._figures_by_key[key] = version, figures

    def _forget(self) -> None:
        self._version = None
        self._figures_by_key.clear()
