"""What an optimization came to, as JSON: for scripts, and from the process that the window starts."""

import json
from typing import Any

from studyapp.core.optimization.fit import Comparison, Fit, Scores
from studyapp.core.optimization.parameter_fitting import TooFewReviews
from studyapp.services.optimization.parameter_optimization import Optimization


def encode_optimization(optimization: Optimization) -> dict[str, Any]:
    """Return the values that are printed. Scripts rely on their names."""
    fit = optimization.fit
    if isinstance(fit, TooFewReviews):
        return {"adopted": False, "reviews": fit.review_count, "missing": fit.missing}
    return {
        "adopted": optimization.is_adopted,
        "reviews": fit.review_count,
        "model": fit.model,
        "parameters": fit.parameters,
        "held_back": None if fit.held_back is None else _encode_comparison(fit.held_back),
        "all_reviews": _encode_comparison(fit.all_reviews),
    }


def decode_optimization(text: str) -> Optimization:
    """Return what was encoded. Raises ValueError if the text is something else."""
    values = json.loads(text)
    if not isinstance(values, dict) or "adopted" not in values:
        raise ValueError("not the result of an optimization")
    if "missing" in values:
        return Optimization(TooFewReviews(values["reviews"]), is_adopted=False)
    held_back = values["held_back"]
    return Optimization(
        Fit(
            values["model"],
            tuple(values["parameters"]),
            values["reviews"],
            None if held_back is None else _decode_comparison(held_back),
            _decode_comparison(values["all_reviews"]),
        ),
        values["adopted"],
    )


def _encode_comparison(comparison: Comparison) -> dict[str, dict[str, float]]:
    return {
        name: {"log_loss": scores.log_loss, "rmse": scores.rmse}
        for name, scores in (("in_use", comparison.in_use), ("fitted", comparison.fitted))
    }


def _decode_comparison(values: dict[str, dict[str, float]]) -> Comparison:
    return Comparison(
        *(Scores(values[name]["log_loss"], values[name]["rmse"]) for name in ("in_use", "fitted"))
    )
