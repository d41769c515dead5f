"""The numbers at the axis of a plot."""

import math

_STEPS = (1, 2, 2.5, 5, 10)


def find_ticks(minimum: float, maximum: float, max_count: int, *, is_fixed: bool = False) -> list[float]:
    """Return evenly spaced round numbers, at most `max_count` steps apart.

    They go from `minimum` up to at least `maximum`. If the end is fixed, they go from `maximum` down to at least `minimum`
    and end there. Steps are integers for values above 5.
    """
    span = maximum - minimum
    if span <= 0:
        return [minimum, minimum + 1]
    rough = span / max(1, max_count)
    power = 10 ** math.floor(math.log10(rough))
    step = next(size * power for size in _STEPS if size * power >= rough * 0.999_999)
    if span >= 5 and step < 1:
        step = 1
    if step > 1 and step != round(step):
        step = math.ceil(step)
    if is_fixed:
        count = math.floor(span / step + 1e-9)
        return [maximum - step * number for number in range(count, -1, -1)]
    count = math.ceil(span / step - 1e-9)
    return [minimum + step * number for number in range(count + 1)]
