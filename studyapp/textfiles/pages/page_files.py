"""The pictures and sounds of a Markdown page: finding their files in the folder of the page or below it."""

import re

from studyapp.core.text.embedded_files import EmbeddedFile, rewrite_embedded_files
from studyapp.core.text.sounds import SOUND_TAG, has_audio_suffix
from studyapp.core.transfer.import_losses import Loss, LossKind
from studyapp.core.transfer.markdown_images import escape_link_path
from studyapp.textfiles.pages.folder_files import FolderFiles
from studyapp.textfiles.pages.page_note import PageNote
from studyapp.textfiles.pages.page_reading import Page

_MAY_EMBED = re.compile(r"!\[|<|\[sound:")
_WITHOUT_BRACKETS = str.maketrans("[]", "()", "\n")


class PageFiles:
    """The files of a page. `names` are the paths of those that notes refer to, relative to the folder of the page."""

    def __init__(self, files: FolderFiles, page: Page) -> None:
        self._files, self._page = files, page
        self.names: set[str] = set()
        self.losses: list[Loss] = []

    def rewrite_note(self, note: PageNote) -> PageNote:
        """Return the note with its pictures and sounds in the form that StudyApp uses, and report what is not kept."""
        return note._replace(
            question=self._rewrite(note.question, note), answer=self._rewrite(note.answer, note)
        )

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
            if self._files.find(sound) is None:
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
            if self._files.find(candidate) is not None:
                return candidate
        return self._files.name_by_file_name.get(path.lower()) if file.is_wiki_link else None


def excerpt(text: str) -> str:
    """Return the beginning of a text, for a report."""
    return " ".join(text.split())[:60]
