"""The plots of the page in their order, with their titles while the figures are loaded."""

from enum import StrEnum


class PlotName(StrEnum):
    """The name of a plot, which is also that of its files."""

    TODAY = "today"
    CALENDAR = "calendar"
    FUTURE_DUE = "future-due"
    REMEMBERED = "remembered"
    STILL_REMEMBERED = "still-remembered"
    REVIEWS = "reviews"
    TIME = "time"
    RETENTION = "retention"
    STATES = "states"
    INTERVALS = "intervals"
    STABILITY = "stability"
    DIFFICULTY = "difficulty"
    RETRIEVABILITY = "retrievability"
    BUTTONS = "buttons"
    HOURS = "hours"
    ADDED = "added"
    MODEL = "model"
    CONFIDENCE = "confidence"
    SECTIONS = "sections"
    EVIDENCE = "evidence"
