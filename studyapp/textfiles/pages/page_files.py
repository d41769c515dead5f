"""The pictures and sounds of a Markdown page: finding their files in the folder of the page or below it."""

import os
import re
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path

from studyapp.core.text.embedded_files import EmbeddedFile, rewrite_embedded_files
from studyapp.core.text.sounds import SOUND_TAG, has_audio_suffix
from studyapp.core.transfer.import_losses import Loss, LossKind
from studyapp.core.transfer.markdown_images import escape_link_path
from studyapp.core.transfer.unreadable_file import MAX_IMPORTED_FILE_BYTES
from studyapp.textfiles.pages.page_note import PageNote
from studyapp.textfiles.pages.page_reading import Page

_CHUNK_BYTES = 1024**2
_MAY_EMBED = re.compile(r"!\[|<|\[sound:")
_MAX_SEARCHED_FILES = 50_000
_WITHOUT_BRACKETS = str.maketrans("[]", "()", "\n")


class PageFiles:
    """The files of a page. `names` are the paths of those that notes refer to, relative to the folder of the page."""

    def __init__(self, folder: Path, page: Page) -> None:
        self._folder, self._page = folder, page
        self.names: set[str] = set()
        self.losses: list[Loss] = []

    def rewrite_note(self, note: PageNote) -> PageNote:
        """Return the note with its pictures and sounds in the form that StudyApp uses, and report what is not kept."""
        return note._replace(
            question=self._rewrite(note.question, note), answer=self._rewrite(note.answer, note)
        )

    def read(self, name: str) -> Iterator[bytes]:
        """Yield the content of a file. Raises KeyError if there is none."""
        path = self._find(name)
        if path is None:
            raise KeyError(name)
        with path.open("rb") as file:
            yield from iter(lambda: file.read(_CHUNK_BYTES), b"")

    def _rewrite(self, text: str, note: PageNote) -> str:
        if not (self._page.document.destinations or _MAY_EMBED.search(text)):
            return text

        def replace(file: EmbeddedFile) -> str | None:
            path = self._resolve(file)
            if path is None:
                self._report(LossKind.PAGE_FILE_MISSING, note, file.source, file.path)
                return None
            self.names.add(path)
            if file.has_size:
                self._report(LossKind.PICTURE_SIZE, note, file.source, file.path)
            if has_audio_suffix(path) and not file.label:
                return f"[sound:{path}]"
            return f"![{file.label.translate(_WITHOUT_BRACKETS)}]({escape_link_path(path)})"

        rewritten = rewrite_embedded_files(text, self._page.document.destinations, replace)
        for sound in SOUND_TAG.findall(rewritten.text):
            if self._find(sound) is None:
                self._report(LossKind.PAGE_FILE_MISSING, note, sound, sound)
            else:
                self.names.add(sound)
        if rewritten.has_html:
            self._report(LossKind.HTML_AS_TEXT, note, "")
        return rewritten.text.strip("\n")

    def _report(self, kind: LossKind, note: PageNote, source: str, name: str = "") -> None:
        first_line = source.partition("\n")[0]
        later_lines = enumerate(self._page.lines[note.line - 1 :], note.line)
        line = next((number for number, text in later_lines if first_line in text), note.line)
        self.losses.append(Loss(kind, excerpt(note.question), excerpt(name), line))

    def _resolve(self, file: EmbeddedFile) -> str | None:
        """Return the path of a file relative to the folder of the page, or None if there is none."""
        path = file.path.replace("\\", "/").partition("?")[0].removeprefix("./")
        for candidate in (path, path.lstrip("/")):
            if self._find(candidate) is not None:
                return candidate
        return self._path_by_file_name.get(path.lower()) if file.is_wiki_link else None

    def _find(self, name: str) -> Path | None:
        """Return the path of a file in the folder or below it, or None if there is none or it is too large."""
        try:
            path = (self._folder / name).resolve()
            is_usable = (
                path.is_relative_to(self._folder.resolve())
                and path.is_file()
                and path.stat().st_size <= MAX_IMPORTED_FILE_BYTES
            )
        except (OSError, ValueError):  # not a valid file name
            return None
        return path if is_usable else None

    @cached_property
    def _path_by_file_name(self) -> dict[str, str]:
        """The paths of the files in the folder by their names in lower case. Of equal names, the shortest path counts."""
        paths: list[str] = []
        for folder, folders, files in os.walk(self._folder):
            folders[:] = sorted(name for name in folders if not name.startswith("."))
            paths += (Path(folder, name).relative_to(self._folder).as_posix() for name in files)
            if len(paths) > _MAX_SEARCHED_FILES:
                break
        deepest_first = sorted(paths, key=lambda path: (path.count("/"), path), reverse=True)
        return {path.rpartition("/")[2].lower(): path for path in deepest_first}


def excerpt(text: str) -> str:
    """Return the beginning of a text, for a report."""
    return " ".join(text.split())[:60]
