"""Fitted parameters in words."""

from PySide6.QtCore import QCoreApplication, QLocale

from studyapp.core.optimization.fit import Comparison
from studyapp.core.optimization.new_due_days import DueChangeSummary
from studyapp.core.optimization.parameter_fitting import TooFewReviews
from studyapp.services.optimization.parameter_optimization import Optimization
from studyapp.store.parameter_fits import StoredFit
from studyapp.ui.kit import formatting


class OptimizationTexts:
    """The translation context of the texts in this module."""

    @staticmethod
    def tr(text: str, comment: str | None = None, number: int = -1) -> str:
        """Return the text in the user's language. `number` selects the plural form and replaces %n."""
        return QCoreApplication.translate("OptimizationTexts", text, comment, number)


def describe_fit_in_use(fit: StoredFit | None) -> str:
    """Return when the parameters in use were fitted, to how many reviews, and what that gained."""
    if fit is None:
        return OptimizationTexts.tr("Default parameters, which suit most learners.")
    date = formatting.format_local_date(fit.added_at)
    if fit.review_count is None:
        return OptimizationTexts.tr("Taken over from Anki on {date}.").format(date=date)
    text = OptimizationTexts.tr("Fitted to %Ln review(s) on {date}.", None, fit.review_count)
    return _join(text.format(date=date), _describe_gain(fit.held_back))


def describe_optimization(optimization: Optimization) -> str:
    """Return what came of an optimization."""
    fit = optimization.fit
    if isinstance(fit, TooFewReviews):
        return OptimizationTexts.tr(
            "%n more review(s) needed before FSRS can be optimized.", None, fit.missing
        )
    if optimization.is_adopted:
        text = OptimizationTexts.tr("FSRS is optimized for you, from %Ln review(s).", None, fit.review_count)
        return _join(text, _describe_gain(fit.held_back))
    return OptimizationTexts.tr("No better parameters were found for your reviews.")


def describe_due_changes(summary: DueChangeSummary) -> str:
    """Return what rescheduling cards changes: how many are due earlier and later, and the load of the next days."""
    lines = [
        OptimizationTexts.tr("Due earlier: %Ln card(s)", None, summary.earlier),
        OptimizationTexts.tr("Due later: %Ln card(s)", None, summary.later),
        "",
    ]
    for days in (1, 7, len(summary.counts)):
        text = OptimizationTexts.tr("Due within %n day(s): {after} instead of {before}", None, days)
        before, after = sum(summary.counts[:days]), sum(summary.new_counts[:days])
        lines.append(text.format(before=QLocale().toString(before), after=QLocale().toString(after)))
    lines += ["", OptimizationTexts.tr("You can undo this.")]
    return "\n".join(lines)


def _describe_gain(held_back: Comparison | None) -> str:
    """Return by how much predictions are off now; an empty text if that is no gain."""
    if held_back is None or held_back.fitted.rmse >= held_back.in_use.rmse:
        return ""
    return OptimizationTexts.tr("Predictions are off by {after} instead of {before}.").format(
        after=formatting.format_exact_share(held_back.fitted.rmse),
        before=formatting.format_exact_share(held_back.in_use.rmse),
    )


def _join(first: str, second: str) -> str:
    """Return two sentences as one text, with the space of the language between them."""
    return OptimizationTexts.tr("{first} {second}").format(first=first, second=second) if second else first
