"""Spend an hour of work with StudyApp in a minute, by keyboard alone: add notes, search, correct, edit a hundred, undo.

    python -m tools.keyboard_hour FOLDER [--language zh-Hant] [--theme dark] [--size 640x480]

Saves a picture of the screen after each step in FOLDER, and checks the deck files after each step. The pictures are to be
looked at: whether anything looks wrong is for people to say. `keyboard_driver.py` names the packages it needs.
"""

import argparse
import tempfile
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSize

from studyapp.ui.kit.app_settings import THEMES
from studyapp.ui.kit.interface_languages import INTERFACE_LANGUAGES
from tools.keyboard_decks import NOTE_COUNT, NOTES_IN_BULK, OTHER_NOTES, DeckFiles
from tools.keyboard_driver import Appearance, StudyAppScreen

_CORRECTIONS = 5


def main() -> None:
    """Run all steps. Fails with an exception at the first effect that does not appear."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--language", choices=tuple(INTERFACE_LANGUAGES), default="en")
    parser.add_argument("--theme", choices=THEMES, default="light")
    parser.add_argument("--size", default="1366x768", help="of the screen, in pixels")
    arguments = parser.parse_args()
    width, height = map(int, arguments.size.split("x"))
    arguments.folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as name:
        folders = [Path(name) / part for part in ("data", "decks")]
        for folder in folders:
            folder.mkdir()
        appearance = Appearance(arguments.language, arguments.theme, QSize(width, height))
        decks = DeckFiles(folders[1])
        with StudyAppScreen(folders[0], folders[1], arguments.folder, appearance) as screen:
            KeyboardHour(screen, decks).run()
    errors = (arguments.folder / "errors.txt").read_text()
    if "studyapp" in errors or "Traceback" in errors:
        raise SystemExit(errors)


class KeyboardHour:
    """The steps, in the order of `run`."""

    def __init__(self, screen: StudyAppScreen, decks: DeckFiles) -> None:
        self._screen, self._decks = screen, decks

    def run(self) -> None:
        """Take all steps and quit the program."""
        self._screen.show("decks")
        before = self._decks.snapshot()
        steps_to_undo = self._add_notes() + self._search_and_edit() + self._correct_in_review()
        steps_to_undo += self._add_tags() + self._find_and_replace()
        self._undo(steps_to_undo)
        assert self._decks.snapshot() == before, "undo has not restored the deck files byte for byte"
        self._resolve_conflict(keeps_own=True)
        self._resolve_conflict(keeps_own=False)
        self._delete_duplicate()
        self._move_notes()
        self._delete_and_restore()
        assert self._screen.quit() == 0

    def _add_notes(self) -> int:
        """Add two notes of each of five types. Return the number of steps."""
        self._screen.press_to_open("a")
        self._add("basic 1", "Formula of Pythagoras", lambda: self._screen.type_text("$a^2 + b^2 = c^2$"))
        self._add("basic 2", "Which picture", self._insert_picture)
        self._choose_next_type()
        for number in (1, 2):
            self._add(f"reversed {number}", f"Obverse {number}", lambda: self._screen.type_text("Reverse"))
        self._choose_next_type()
        for number in (1, 2):
            self._add(
                f"term {number}", f"Term {number}", lambda: self._type_fields("Terme", "Its definition")
            )
        self._choose_next_type()
        for number in (1, 2):
            self._add(f"cloze {number}", "Water is {{c1::wet}} " + str(number), None)
        self._choose_next_type()
        for number in (1, 2):
            self._add(f"choice {number}", f"Which option {number}", self._type_options)
        self._screen.press("Escape")
        self._screen.wait_for_main_window()
        assert self._decks.count("- id: ") == NOTE_COUNT + 10
        for part in ("$a^2 + b^2 = c^2$", "![", "type: reversed", "term: Term 2", "{{c1::wet}}", "options:"):
            assert part in self._decks.text(), part
        return 10

    def _add(self, name: str, first_text: str, type_rest: Callable[[], object] | None) -> None:
        """Type a note, of which `first_text` is the first field, and add it."""
        self._screen.type_text(first_text)
        if type_rest is not None:
            self._screen.press("Tab")
            type_rest()
        self._screen.show(name.replace(" ", "-"))
        former_count = self._decks.count("- id: ")
        self._screen.press("ctrl+Return")
        self._screen.wait_until(f"{name} is added", lambda: self._decks.count("- id: ") == former_count + 1)
        self._screen.wait_until_still()

    def _choose_next_type(self) -> None:
        self._screen.press("shift+Tab", "shift+Tab", "Down")
        self._screen.wait_until_still()

    def _type_fields(self, *texts: str) -> None:
        """Type texts into a field and the fields after it."""
        self._screen.type_text(texts[0])
        for text in texts[1:]:
            self._screen.press("Tab")
            self._screen.type_text(text)

    def _insert_picture(self) -> None:
        editor = self._screen.active_window()
        self._screen.press_to_open("F3")
        self._screen.type_text(str(self._decks.picture))
        self._screen.press("Return")
        self._screen.wait_until("the picture is chosen", lambda: self._screen.active_window() == editor)

    def _type_options(self) -> None:
        self._screen.type_text("Right")
        self._screen.press("Tab", "space", "Tab", "Tab", "Tab")  # "Correct", "Add why", "Remove", option B
        self._screen.type_text("Wrong")

    def _search(self, query: str) -> None:
        """Search on the browse page, and go to the table."""
        self._screen.press("ctrl+f")
        self._screen.press("ctrl+a")
        self._screen.type_text(query + " ")  # the space ends the completions
        self._screen.wait_until_still()
        self._screen.press("Down")
        self._screen.wait_until_still()

    def _search_and_edit(self) -> int:
        self._search("Pythagoras")
        self._screen.show("search")
        self._edit_current(" (found)", "search-edit")
        return 1

    def _edit_current(self, addition: str, name: str) -> None:
        """Write at the end of the first field of the note that is shown, and save it."""
        former_count = self._decks.count(addition)
        self._screen.press_to_open("e")
        self._screen.press("ctrl+End")
        self._screen.type_text(addition)
        self._screen.show(name)
        self._screen.press("ctrl+s")
        self._screen.wait_until(f"{name} is saved", lambda: self._decks.count(addition) == former_count + 1)
        self._screen.wait_for_main_window()
        self._screen.wait_until_still()

    def _correct_in_review(self) -> int:
        """Correct five notes in review, each before it is rated. Return the number of edits and ratings."""
        self._screen.press("ctrl+d")
        self._screen.wait_until_still()
        self._screen.press("Tab", "End", "Up")
        self._screen.show("deck-chosen")
        self._screen.press("Return")
        self._screen.show("review")
        for number in range(1, _CORRECTIONS + 1):
            self._edit_current(" (corrected)", f"correct-{number}")
            self._screen.press("space")
            self._screen.wait_until_still()
            self._screen.press_to_store("3")
        self._screen.show("corrected")
        assert self._decks.count(" (corrected)") == _CORRECTIONS
        return 2 * _CORRECTIONS

    def _add_tags(self) -> int:
        self._search("tag:hundred")
        self._screen.press("ctrl+a")
        self._screen.show("hundred-selected")
        self._screen.press_to_open("t")
        self._screen.type_text("checked")
        self._screen.show("add-tags")
        self._screen.press("Return")
        self._screen.wait_until("the tags are added", lambda: self._decks.count("checked") == NOTES_IN_BULK)
        self._screen.wait_for_main_window()
        self._screen.show("tags-added")
        return 1

    def _find_and_replace(self) -> int:
        self._screen.press_to_open("ctrl+alt+f")
        self._type_fields("colour", "color")
        self._screen.press("Return")
        self._screen.show("changes")
        self._screen.press("Tab", "Tab", "space")  # "Close", "Make changes"
        self._screen.wait_until("the text is replaced", lambda: self._decks.count("color") == NOTES_IN_BULK)
        self._screen.wait_for_main_window()
        assert self._decks.count("colour") == OTHER_NOTES
        self._screen.show("replaced")
        return 1

    def _undo(self, count: int) -> None:
        for _ in range(count):
            self._screen.press_to_store("ctrl+z")
            self._screen.wait_until_still()
        self._screen.show("undone")

    def _resolve_conflict(self, *, keeps_own: bool) -> None:
        """Edit a note that is changed outside meanwhile, and keep one version: one's own, or the one in the file."""
        kept = "own" if keeps_own else "outside"
        own_text, outside_text = f" (own text, {kept} is kept)", f" (outside text, {kept} is kept)"
        self._search("nid:hour/changed-twice")
        self._screen.press_to_open("e")
        editor = self._screen.active_window()
        self._screen.press("ctrl+End")
        self._screen.type_text(own_text)
        self._decks.change_outside("twice.", f"twice.{outside_text}")
        self._screen.show(f"conflict-{kept}-editor")
        self._screen.press("ctrl+s")
        self._screen.wait_until("both versions are shown", lambda: self._screen.active_window() != editor)
        if not keeps_own:
            self._screen.press("Down")
        self._screen.show(f"conflict-{kept}")
        self._screen.press("Return")
        self._screen.wait_for_main_window()
        assert self._decks.count(own_text) == keeps_own
        assert self._decks.count(outside_text) == (not keeps_own)
        self._screen.show(f"conflict-{kept}-resolved")

    def _delete_duplicate(self) -> None:
        self._screen.press_to_open("ctrl+alt+d")
        self._screen.show("duplicates")
        self._screen.press("Tab", "Tab", "space")  # "Edit", "Delete" of the first note
        self._screen.wait_until("a twin is deleted", lambda: self._decks.count("- id: twin") == 1)
        self._screen.show("duplicate-deleted")
        self._screen.press("Escape")
        self._screen.wait_for_main_window()

    def _move_notes(self) -> None:
        self._search("nid:hour/note-1")
        self._screen.press("ctrl+a")
        self._screen.press_to_open("m")
        self._screen.type_text("Other")
        self._screen.show("move")
        self._screen.press("Return")
        moved = b"- id: note-1\n"
        self._screen.wait_until("the note is moved", lambda: moved in self._decks.other_path.read_bytes())
        self._screen.wait_for_main_window()
        assert moved.decode() not in self._decks.text()
        self._screen.show("moved")

    def _delete_and_restore(self) -> None:
        before = self._decks.snapshot()
        self._search("nid:hour/note-2")
        self._screen.press("Delete")
        self._screen.wait_until("the note is deleted", lambda: "- id: note-2\n" not in self._decks.text())
        self._screen.show("deleted")
        self._screen.press("shift+F10")
        self._screen.wait_until_still()
        self._screen.press("Up")
        self._screen.show("menu")
        self._screen.press_to_open("Return")
        self._screen.show("bin")
        self._screen.press("Return")
        self._screen.wait_until("the note is restored", lambda: self._decks.count("- id: note-2\n") == 1)
        self._screen.show("restored")
        self._screen.press("Escape")
        self._screen.wait_for_main_window()
        restored = [sorted(content.splitlines()) for content in self._decks.snapshot()]
        assert restored == [sorted(content.splitlines()) for content in before], "the restored note differs"


if __name__ == "__main__":
    main()
