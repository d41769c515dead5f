"""The checks of `studyapp doctor` around the collection: decks, media, backups, locks, display and fonts."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from studyapp import display_check
from studyapp.cli.messages.counts import count
from studyapp.cli.messages.display_facts import count_chinese_fonts
from studyapp.process_lock import acquire_process_lock
from studyapp.services.backups.backup_check import check_backups
from studyapp.services.library.media_files import find_media

if TYPE_CHECKING:
    from studyapp.services.library.deck_library import Library
    from studyapp.store.collection import Collection

_MAX_FILES_NAMED = 5


class Finding(NamedTuple):
    """The result of a check: one line, and whether data need attention."""

    subject: str
    text: str
    is_problem: bool = False


def run_checks(collection: "Collection", library: "Library") -> Iterator[Finding]:
    """Run all checks. Nothing is changed."""
    yield _check_decks(library)
    yield from _check_media(collection, library)
    yield _check_backups(collection.path)
    yield _check_window(collection.path.parent)
    yield from _check_display()


def _check_decks(library: "Library") -> Finding:
    if library.problems:
        problems = count(len(library.problems), "problem")
        return Finding("Decks", f"{problems}; run “studyapp check” for the list.", is_problem=True)
    return Finding("Decks", f"{count(len(library.decks), 'deck')} without problems.")


def _check_media(collection: "Collection", library: "Library") -> Iterator[Finding]:
    missing = [
        f"{deck.metadata.id}/{media.note_id}: {media.path}"
        for deck in library.decks
        for media in find_media(collection, deck).missing
    ]
    if not missing:
        yield Finding("Media", "no image or sound is missing.")
    for line in missing[:_MAX_FILES_NAMED]:
        yield Finding("Media", f"missing file of {line}", is_problem=True)
    if len(missing) > _MAX_FILES_NAMED:
        yield Finding("Media", f"{len(missing) - _MAX_FILES_NAMED} more are missing.", is_problem=True)


def _check_backups(collection: Path) -> Finding:
    state = check_backups(collection)
    if not state.is_writable:
        return Finding("Backups", f"can't write to {state.folder}. Choose another folder.", is_problem=True)
    if not state.backups:
        return Finding("Backups", "there is none yet. Run “studyapp backup”.")
    newest = state.backups[0]
    if state.damage:
        text = f"{newest.path} can't be restored: {state.damage}. Run “studyapp backup” to make another one."
        return Finding("Backups", text, is_problem=True)
    number = count(len(state.backups), "backup")
    return Finding("Backups", f"{number}, the newest of {newest.created:%Y-%m-%d %H:%M} can be restored.")


def _check_window(data_folder: Path) -> Finding:
    lock = acquire_process_lock(data_folder / "window.lock")
    if lock is None:
        return Finding("Window", "open with this data folder.")
    lock.release()
    return Finding("Window", "not open.")


def _check_display() -> Iterator[Finding]:
    problem = display_check.find_display_problem()
    if problem:
        yield Finding("Display", problem)
        return
    fonts = count_chinese_fonts()
    if fonts is None:
        yield Finding("Display", "Qt can't open it.")
        return
    yield Finding("Display", "the window can be opened.")
    if fonts == 0:
        yield Finding(
            "Fonts",
            "none for Chinese. Install one, such as fonts-noto-cjk, to read Chinese cards.",
            is_problem=True,
        )
    else:
        yield Finding("Fonts", f"{count(fonts, 'family', 'families')} for Chinese.")
