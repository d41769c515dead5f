"""The command `studyapp optimize`."""

from types import SimpleNamespace
from typing import TYPE_CHECKING

from studyapp import paths
from studyapp.cli.messages.counts import count
from studyapp.core.optimization.fit import Comparison
from studyapp.core.optimization.parameter_fitting import MIN_HELD_BACK, TooFewReviews
from studyapp.services.optimization.optimization_json import encode_optimization
from studyapp.services.optimization.parameter_adoption import use_previous_parameters
from studyapp.services.optimization.parameter_optimization import Optimization, optimize_parameters
from studyapp.services.options.option_storage import make_study_clock
from studyapp.store.collection import Collection
from studyapp.system_dependencies import collection_path, new_device_id, system_clock
from studyapp.terminal_output import print_json_line, print_line

if TYPE_CHECKING:
    from studyapp.services.optimization.rescheduling import Rescheduling


def run_optimize(options: SimpleNamespace) -> None:
    """Fit the parameters to the reviews, go back to the previous ones, or reschedule cards."""
    with Collection(collection_path(paths.data_folder(options.data)), new_device_id) as collection:
        if options.undo:
            _use_previous(collection, options)
        elif options.reschedule:
            _reschedule(collection, options)
        else:
            found = optimize_parameters(collection, system_clock().now(), adopts=not options.dry_run)
            if options.json:
                print_json_line(encode_optimization(found))
            else:
                print_line(_describe(found, is_dry_run=options.dry_run))


def _use_previous(collection: Collection, options: SimpleNamespace) -> None:
    has_changed = use_previous_parameters(collection)
    if options.json:
        print_json_line({"undone": has_changed})
    elif has_changed:
        print_line("The previous parameters are in use again.")
    else:
        print_line("The default parameters are in use; there are no previous ones.")


def _reschedule(collection: Collection, options: SimpleNamespace) -> None:
    from studyapp.services.optimization.rescheduling import preview_rescheduling, reschedule_cards

    clock = make_study_clock(collection, system_clock())
    found = preview_rescheduling(collection, clock)
    if not options.dry_run:
        reschedule_cards(collection, found, clock)
    if options.json:
        print_json_line({"rescheduled": not options.dry_run, **found.summary._asdict()})
    else:
        print_line(_describe_rescheduling(found, is_dry_run=options.dry_run))


def _describe(found: Optimization, *, is_dry_run: bool) -> str:
    fit = found.fit
    if isinstance(fit, TooFewReviews):
        return f"Too few reviews to optimize: {count(fit.missing, 'more review')} needed. The parameters stay as they are."
    if fit.held_back is None:
        return f"Too few new reviews to compare: {MIN_HELD_BACK} are needed. The parameters stay as they are."
    reviews, scores = count(fit.review_count, "review"), _describe_scores(fit.held_back)
    if found.is_adopted:
        return f"Optimized for you from {reviews}: {scores}. Due dates stay as they are."
    if is_dry_run:
        return f"Fitted to {reviews}, not in use: {scores}."
    return f"The parameters in use predict your {reviews} best already: {scores} with others."


def _describe_scores(held_back: Comparison) -> str:
    in_use, fitted = held_back
    return (
        f"predictions are off by {fitted.rmse:.1%} instead of {in_use.rmse:.1%} "
        f"(log loss {fitted.log_loss:.4f} instead of {in_use.log_loss:.4f})"
    )


def _describe_rescheduling(found: "Rescheduling", *, is_dry_run: bool) -> str:
    summary = found.summary
    cards = count(len(found.changes), "card")
    if not found.changes:
        return "All cards are due as the parameters in use say."
    verb = "would be" if is_dry_run else "are"
    return (
        f"{cards} {verb} rescheduled: {summary.earlier} earlier, {summary.later} later, by {summary.mean_days:+.1f} days on average. "
        f"Due within {len(summary.counts)} days: {sum(summary.new_counts)} instead of {sum(summary.counts)}."
    )
