"""A cache that is limited by the memory that its values take."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

Value = TypeVar("Value")


class WeightedCache(Generic[Value]):
    """Keeps the values used last, as long as their weights together are at most `max_weight`."""

    def __init__(self, max_weight: int, weigh: Callable[[Value], int]) -> None:
        self._max_weight = max_weight
        self._weigh = weigh
        self._values: OrderedDict[Hashable, Value] = OrderedDict()
        self._weight = 0

    def get(self, key: Hashable, make: Callable[[], Value]) -> Value:
        """Return the value of a key, made by `make` if it is not in the cache."""
        if key in self._values:
            self._values.move_to_end(key)
            return self._values[key]
        value = self._values[key] = make()
        self._weight += self._weigh(value)
        while self._weight > self._max_weight and self._values:
            _, oldest = self._values.popitem(last=False)
            self._weight -= self._weigh(oldest)
        return value
