"""Study options as an Anki preset, in schema 11. Anki fills in missing values.

An import never changes a preset that Anki already has under the same id. So the id is derived from the
content, and different options give a different preset.
"""

import hashlib
import json
from typing import Any, NamedTuple

from studyapp.core.options.study_options import (
    DayLoad,
    NewCardOrder,
    ReviewOrder,
    SoundPlayback,
    StudyOptions,
    Switch,
)

_MIN_ID, _ID_RANGE = 1_763_856_000_000, 1_000_000_000
_LEECH_ACTION_BY_SWITCH = {Switch.ON: 0, Switch.OFF: 1}
_NEW_IN_ORDER, _NEW_AT_RANDOM = 1, 0
_REVIEW_ORDER_NUMBERS = {ReviewOrder.LOWEST_RETRIEVABILITY: 7, ReviewOrder.RANDOM: 8}
"""Anki's numbers. It orders by day otherwise."""

_EASY_DAY_SHARES = {DayLoad.NORMAL: 1.0, DayLoad.REDUCED: 0.5, DayLoad.MINIMUM: 0.0}
"""Those of Anki's choices with these names."""


class Preset(NamedTuple):
    """A preset: its id in Anki and its values."""

    anki_id: int
    values: dict[str, Any]

    @property
    def deck_config(self) -> dict[str, Any]:
        """The preset in the format of Anki's `dconf`."""
        return {"id": self.anki_id, **self.values}


def build_preset(options: StudyOptions, parameters: tuple[float, ...], changed_at: int) -> Preset:
    """Return the preset for these study options.

    `parameters` are the 21 parameters of FSRS-6. `changed_at` is in Unix seconds.
    """
    retention = options.desired_retention_percent / 100
    content: dict[str, Any] = {
        "name": f"StudyApp {options.desired_retention_percent} %",
        "usn": -1,
        "maxTaken": 60,
        "autoplay": options.play_sounds is SoundPlayback.AUTOMATIC,
        "timer": 0,
        "replayq": True,
        "dyn": False,
        "new": {
            "bury": True,
            "delays": list(options.learning_steps),
            "initialFactor": 2500,
            "ints": [1, 4, 0],
            "order": _NEW_AT_RANDOM if options.new_card_order is NewCardOrder.RANDOM else _NEW_IN_ORDER,
            "perDay": options.new_per_day,
        },
        "rev": {
            "bury": True,
            "ease4": 1.3,
            "ivlFct": 1.0,
            "maxIvl": 36_500,
            "perDay": options.reviews_per_day,
            "hardFactor": 1.2,
        },
        "lapse": {
            "delays": list(options.relearning_steps),
            "leechAction": _LEECH_ACTION_BY_SWITCH[options.suspend_leeches],
            "leechFails": options.leech_threshold or 99,
            "minInt": 1,
            "mult": 0.0,
        },
        "fsrsParams6": list(parameters),
        "desiredRetention": retention,
        "sm2Retention": retention,
        **_unusual_values(options),
    }
    digest = hashlib.sha256(json.dumps(content, sort_keys=True).encode()).digest()
    anki_id = _MIN_ID + int.from_bytes(digest[:8], "big") % _ID_RANGE
    return Preset(anki_id, {**content, "mod": changed_at})


def _unusual_values(options: StudyOptions) -> dict[str, Any]:
    """Return values that differ from Anki's own. Others are left out, so that earlier presets keep their ids."""
    values: dict[str, Any] = {}
    if options.review_order in _REVIEW_ORDER_NUMBERS:
        values["reviewOrder"] = _REVIEW_ORDER_NUMBERS[options.review_order]
    if set(options.easy_days) != {DayLoad.NORMAL}:
        values["easyDaysPercentages"] = [_EASY_DAY_SHARES[load] for load in options.easy_days]
    if options.auto_reveal_seconds:
        values["secondsToShowQuestion"] = float(options.auto_reveal_seconds)
    return values
