"""The command `edit`: opens the lines of a note in the user's editor and saves them."""

import os
import shlex
import subprocess
import sys
import tempfile
from pathlib import Path
from types import SimpleNamespace

from studyapp.cli.common import EXIT_OK, EXIT_PROBLEMS, make_edit_environment, open_collection, report_failure
from studyapp.core.text.translatable import TranslatableError
from studyapp.deckfiles.editing.note_source import NoteSource
from studyapp.services.editing.note_source_saving import load_note_source, save_note_source
from studyapp.services.editing.steps.edit_environment import EditEnvironment
from studyapp.terminal_output import print_line


def run_edit(options: SimpleNamespace) -> int:
    """Let the user edit the lines of a note. If they have problems, offer to edit them again."""
    collection, library = open_collection(options)
    with collection:
        environment = make_edit_environment(options, collection, library)
        source = load_note_source(environment, options.note)
        with tempfile.TemporaryDirectory(prefix="studyapp-") as folder:
            file = Path(folder) / "note.yaml"
            file.write_bytes(source.text.encode())
            return _edit_until_saved(environment, options.note, source, file)


def _edit_until_saved(environment: EditEnvironment, note_key: str, source: NoteSource, file: Path) -> int:
    while True:
        succeeded = _run_editor(file)
        data = file.read_bytes() if file.is_file() else None
        if not succeeded or data is None:
            if data not in (None, source.text.encode()):
                _print_unsaved(data)
            return report_failure("the editor failed. Set EDITOR to the command of a text editor.")
        if data == source.text.encode():
            print_line("Nothing was changed.")
            return EXIT_OK
        try:
            save_note_source(environment, note_key, source, data.decode())
        except UnicodeDecodeError:
            print_line("studyapp: the text is not UTF-8", output=sys.stderr)
        except TranslatableError as error:
            print_line(f"studyapp: {error}", output=sys.stderr)
        else:
            print_line(f"{note_key} was changed.")
            return EXIT_OK
        print_line("Edit it again? [Y/n] ", output=sys.stderr)
        try:
            answer = sys.stdin.readline()
        except KeyboardInterrupt:
            _print_unsaved(data)
            raise
        if not answer or answer.strip().lower().startswith("n"):
            _print_unsaved(data)
            return EXIT_PROBLEMS


def _print_unsaved(data: bytes) -> None:
    print_line("Nothing was changed. Your text:", output=sys.stderr)
    print_line(data.decode(errors="replace"), output=sys.stderr)


def _run_editor(file: Path) -> bool:
    """Open the file in the user's editor and wait until it is closed. Return whether that worked."""
    command = os.environ.get("VISUAL") or os.environ.get("EDITOR") or _DEFAULT_EDITOR
    try:
        return subprocess.run([*shlex.split(command), str(file)], check=False).returncode == EXIT_OK
    except (OSError, ValueError):
        return False


_DEFAULT_EDITOR = "notepad" if os.name == "nt" else "vi"
