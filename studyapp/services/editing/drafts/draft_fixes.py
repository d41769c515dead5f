"""Fixes for problems of drafts that need no decision."""

import re
from collections.abc import Callable
from dataclasses import replace

from studyapp.core.cards.card import CLOZE_PATTERN
from studyapp.deckfiles.problems.problem import ProblemKind
from studyapp.deckfiles.problems.style_problem_kinds import StyleProblemKind
from studyapp.deckfiles.text_decoding import DISALLOWED_CHARACTER
from studyapp.services.editing.drafts.draft_checking import FieldProblem
from studyapp.services.editing.drafts.draft_fields import EXPLANATION, OPTIONS
from studyapp.services.editing.drafts.note_draft import DraftText, NoteDraft, written_versions

_BLANK_NUMBER = re.compile(r"\{\{c(\d{1,3})::")


def fix_draft(draft: NoteDraft, problem: FieldProblem) -> NoteDraft | None:
    """Return the draft without the problem, or None if there is no fix."""
    match problem.kind:
        case ProblemKind.CLOZE_WITHOUT_BLANK:
            return _change_version(draft, problem, _hide_everything)
        case ProblemKind.CLOZE_NUMBER_OUT_OF_RANGE:
            return _change_version(draft, problem, _renumber_blanks)
        case ProblemKind.CLOZE_EMPTY_BLANK:
            return _change_version(draft, problem, _remove_empty_blanks)
        case ProblemKind.CONTROL_CHARACTER:
            return _change_version(draft, problem, lambda text: DISALLOWED_CHARACTER.sub("", text))
        case ProblemKind.MISSING_PREREQUISITE | ProblemKind.BAD_PREREQUISITE:
            reference = dict(problem.values)["reference"]
            kept = tuple(
                one for one in draft.prerequisites if one not in (reference, f"{draft.deck_id}/{reference}")
            )
            return replace(draft, prerequisites=kept) if kept != draft.prerequisites else None
        case StyleProblemKind.LANGUAGE_MISSING:
            return _use_for_all_languages(draft, problem)
        case _:
            return None


def _change_version(
    draft: NoteDraft, problem: FieldProblem, change: Callable[[str], str]
) -> NoteDraft | None:
    """Change the version of a text that has the problem."""

    def change_text(text: DraftText) -> DraftText:
        return tuple(
            (language, change(version) if language == problem.field.language else version)
            for language, version in text
        )

    return _change_text(draft, problem, change_text)


def _change_text(
    draft: NoteDraft, problem: FieldProblem, change: Callable[[DraftText], DraftText]
) -> NoteDraft | None:
    name, index = problem.field.name, problem.field.option
    if name == OPTIONS and index is not None:
        option = draft.options[index]
        option = replace(option, text=change(option.text), explanation=change(option.explanation))
        changed = replace(draft, options=(*draft.options[:index], option, *draft.options[index + 1 :]))
    elif name == EXPLANATION:
        changed = replace(draft, explanation=change(draft.explanation))
    else:
        key = name.removeprefix("fields/")
        if key not in draft.texts:
            return None
        changed = replace(draft, texts={**draft.texts, key: change(draft.texts[key])})
    return changed if changed != draft else None


def _hide_everything(text: str) -> str:
    stripped = text.strip()
    return text.replace(stripped, f"{{{{c1::{stripped}}}}}", 1) if stripped else text


def _renumber_blanks(text: str) -> str:
    """Number the blanks from 1 in their order. Blanks with the same number stay together."""
    numbers = list(dict.fromkeys(int(match[1]) for match in _BLANK_NUMBER.finditer(text)))
    return _BLANK_NUMBER.sub(lambda match: f"{{{{c{numbers.index(int(match[1])) + 1}::", text)


def _remove_empty_blanks(text: str) -> str:
    return CLOZE_PATTERN.sub(lambda match: match[0] if match[2].strip() else "", text)


def _use_for_all_languages(draft: NoteDraft, problem: FieldProblem) -> NoteDraft | None:
    """Use the only version of a text in every language."""

    def change(text: DraftText) -> DraftText:
        versions = written_versions(text)
        return (("", versions[0][1]),) if len(versions) == 1 and versions[0][0] else text

    return _change_text(draft, problem, change) if problem.field.name != OPTIONS else None
