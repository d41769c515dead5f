"""Reading the fields of built-in note types that were changed in Anki, as Markdown."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import replace

from studyapp.anki.changes.converted_fields import ConvertedFields
from studyapp.anki.changes.media_paths import MediaPaths
from studyapp.anki.reading.note_conversion import ConvertedNote, convert_note
from studyapp.anki.writing.cloze_html import render_cloze
from studyapp.anki.writing.localized_html import render_markdown
from studyapp.core.notes.custom_note_type import CardTemplate, CustomNoteType
from studyapp.core.notes.note import (
    Basic,
    Claim,
    Cloze,
    MultipleChoice,
    Note,
    NoteContent,
    Reversed,
    Term,
    TypedAnswer,
)
from studyapp.core.text.html_entities import unescape_entities
from studyapp.core.text.localized_text import LocalizedText
from studyapp.core.transfer.common_version import CommonVersion
from studyapp.core.transfer.import_losses import Loss, LossKind
from studyapp.core.transfer.markdown_images import escape_link_path
from studyapp.core.transfer.package_model import SourceNote

_NOT_EDITED = frozenset({"Identity", "Source", "Spare 1", "Spare 2", "Spare 3"})
"""Fields that no card asks about. The next export writes them again."""

_PLAIN_TYPE = CustomNoteType(
    1, "Basic", ("Front", "Back"), (CardTemplate("Card 1", "{{Front}}", "{{Front}}{{Back}}"),), False
)
_CLOZE_TYPE = CustomNoteType(
    1, "Cloze", ("Text",), (CardTemplate("Cloze", "{{cloze:Text}}", "{{cloze:Text}}"),), True
)
_IMAGE_WITH_LABEL = re.compile(r'<img src="([^"]*)" alt="([^"]*)">')
"""An image as StudyApp writes it."""

_BLOCK_START = re.compile(r"<div\b[^<>]*>")
_LANGUAGE = re.compile(r'\blang="([\w-]+)"')
_BLOCK_END = "</div>"
_TAG = re.compile(r"<[^<>]*>")
_ATTRIBUTE_BY_FIELD: Mapping[type[NoteContent], Mapping[str, str]] = {
    Basic: {"Front": "front", "Back": "back"},
    Reversed: {"Front": "front", "Back": "back"},
    Term: {"Term": "term", "Translation": "translation", "Definition": "definition"},
    Cloze: {"Text": "text"},
    MultipleChoice: {"Front": "front"},
    TypedAnswer: {"Front": "front", "Answer": "answer"},
    Claim: {"Claim": "claim"},
}
"""The attribute of the content that an Anki field shows. The other fields are made of several texts."""


class _NotExpressibleError(Exception):
    """A text that can't be written as Markdown."""


def read_changed_studyapp_fields(
    base: CommonVersion, changed: Mapping[str, str], source: SourceNote, media: MediaPaths
) -> ConvertedFields:
    """Return the note of the common version, of a built-in type, with these fields changed. `changed` is HTML by name.

    Fields that Markdown can't express, or that are made of several texts, are losses.
    """
    note = base.note
    losses: list[Loss] = []
    reader = _FieldReader(base, source, media)
    for name, html in changed.items():
        if name not in _NOT_EDITED:
            try:
                note = reader.change_field(note, name, html)
            except _NotExpressibleError:
                losses.append(Loss(LossKind.FIELD_NOT_EXPRESSIBLE, note.key, name))
    return ConvertedFields(note, reader.media_name_by_path, tuple(losses))


class _FieldReader:
    """Reads the fields of a note, and collects their new media."""

    def __init__(self, base: CommonVersion, source: SourceNote, media: MediaPaths) -> None:
        self._languages, self._source, self._media = base.languages, source, media
        self.media_name_by_path: dict[str, str] = {}

    def change_field(self, note: Note, name: str, html: str) -> Note:
        """Return the note with a changed field. Raises _NotExpressibleError."""
        if name == "Why":
            return replace(note, explanation=self._read_text(note.explanation, html, may_be_empty=True))
        if name == "Section":
            section = unescape_entities(_TAG.sub("", html)).strip()
            return replace(note, section=section.removeprefix("§").strip())
        attribute = _ATTRIBUTE_BY_FIELD.get(type(note.content), {}).get(name)
        if attribute is None:
            raise _NotExpressibleError
        text: LocalizedText | None = getattr(note.content, attribute)
        if attribute == "answer" and text is not None and len(text.versions) > 1:
            raise _NotExpressibleError  # the field has the first accepted answer only
        new_text = self._read_text(
            text, html, may_be_empty=attribute == "translation", is_cloze=isinstance(note.content, Cloze)
        )
        return replace(note, content=replace(note.content, **{attribute: new_text}))  # type: ignore[arg-type]

    def _read_text(
        self, text: LocalizedText | None, html: str, *, may_be_empty: bool = False, is_cloze: bool = False
    ) -> LocalizedText | None:
        if may_be_empty and not html.strip():
            return None
        if text is None or not text.languages:
            return LocalizedText.language_neutral(self._to_markdown(html, is_cloze=is_cloze))
        if self._languages is None:
            raise _NotExpressibleError
        shown = dict(text.versions_for(self._languages))
        html_by_language = dict(_split_languages(html))
        if list(shown) != list(html_by_language) or not set(shown) <= set(text.languages):
            raise _NotExpressibleError
        render = render_cloze if is_cloze else render_markdown
        new_versions = {
            language: markdown
            if _in_nfc(render(markdown)) == html_by_language[language]
            else self._to_markdown(html_by_language[language], is_cloze=is_cloze)
            for language, markdown in shown.items()
        }
        return LocalizedText(
            tuple((language, new_versions.get(language, old)) for language, old in text.versions)
        )

    def _to_markdown(self, html: str, *, is_cloze: bool) -> str:
        folder, path_by_name = self._media.folder, self._media.path_by_name
        label_by_name: dict[str, str] = {}

        def note_label(image: re.Match[str]) -> str:
            label_by_name[unescape_entities(image[1])] = unescape_entities(image[2])
            return f'<img src="{image[1]}">'

        html = _IMAGE_WITH_LABEL.sub(note_label, html)
        probe = self._source._replace(
            note_type=_CLOZE_TYPE if is_cloze else _PLAIN_TYPE,
            fields=(html,) if is_cloze else (html, "x"),
            cards=(),
        )
        converted = convert_note(probe, folder, self._media.in_package.union(path_by_name))
        match converted:
            case ConvertedNote(content=Basic(front=text)) | ConvertedNote(content=Cloze(text=text)):
                markdown = text.versions[0][1]
            case _:
                raise _NotExpressibleError
        for new_path, name in converted.media_name_by_path.items():
            path = path_by_name.get(name, new_path)
            if name not in path_by_name:
                self.media_name_by_path[new_path] = name
            new_link, link = (f"({escape_link_path(one)})" for one in (new_path, path))
            label = label_by_name.get(name, "")
            markdown = markdown.replace(f"![]{new_link}", f"![{label}]{link}")
            markdown = markdown.replace(f"[sound:{new_path}]", f"[sound:{path}]")
        return markdown


def _split_languages(html: str) -> Iterator[tuple[str, str]]:
    """Yield the language and the HTML of each block. Raises _NotExpressibleError if there is other text."""
    starts = [
        (start, attribute[1])
        for start in _BLOCK_START.finditer(html)
        if (attribute := _LANGUAGE.search(start[0])) is not None
    ]
    ends = [start.start() for start, _ in starts[1:]] + [len(html)]
    if not starts or html[: starts[0][0].start()].strip():
        raise _NotExpressibleError
    for (start, language), end in zip(starts, ends, strict=True):
        block = html[start.end() : end].strip()
        if not block.endswith(_BLOCK_END):
            raise _NotExpressibleError
        yield language, block.removesuffix(_BLOCK_END)


def _in_nfc(text: str) -> str:
    return unicodedata.normalize("NFC", text)
