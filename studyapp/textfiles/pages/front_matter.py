"""The front matter of a Markdown page: its title and its tags, in YAML or TOML."""

import re
from collections.abc import Sequence
from typing import NamedTuple

_DELIMITERS = {"---": ("---", "..."), "+++": ("+++",)}
_ENTRY = re.compile(r"(\w+)\s*[:=]\s*(.*)")
_LIST_ITEM = re.compile(r"\s*-\s+(.+)")
_FRONT_MATTER_LINE = re.compile(r"[\w-]+\s*[:=]|\s*-\s|\s+\S|\s*$|#|[\[\]]")
_TITLE_KEYS = ("deck", "name", "title")
_TAG_KEYS = ("tag", "tags")


class FrontMatter(NamedTuple):
    """The number of lines, the title, which may be empty, and the tags."""

    line_count: int = 0
    title: str = ""
    tags: tuple[str, ...] = ()


def read_front_matter(lines: Sequence[str]) -> FrontMatter:
    """Return the front matter with which a page starts. Only the title and the tags are read."""
    ends = _DELIMITERS.get(lines[0].rstrip()) if lines else None
    end = next((index for index, line in enumerate(lines) if index and line.rstrip() in (ends or ())), None)
    if end is None or not _is_front_matter(lines[1:end]):
        return FrontMatter()
    values: dict[str, str] = {}
    key = ""
    for line in lines[1:end]:
        entry, item = _ENTRY.match(line), _LIST_ITEM.match(line)
        if entry:
            key = entry[1].lower()
            values[key] = _unquote(entry[2])
        elif item and key:
            values[key] += f" {_unquote(item[1])}"
    title = next((values[name] for name in _TITLE_KEYS if values.get(name)), "")
    tags = (tag for name in _TAG_KEYS for tag in re.split(r"[\s,\[\]\"']+", values.get(name, "")))
    return FrontMatter(
        end + 1, " ".join(title.split()), tuple(normalize_tag(tag) for tag in tags if tag.strip("#"))
    )


def _is_front_matter(lines: Sequence[str]) -> bool:
    """Return whether these lines are entries, rather than a text between two rules."""
    return any(map(_ENTRY.match, lines)) and all(map(_FRONT_MATTER_LINE.match, lines))


def normalize_tag(tag: str) -> str:
    """Return a tag of a page, such as `#flashcards/verbs`, as a tag of a note."""
    return tag.lstrip("#").strip("/").replace("/", "::")


def _unquote(value: str) -> str:
    value = value.strip()
    is_quoted = len(value) > 1 and value[0] == value[-1] and value[0] in "\"'"
    return value[1:-1] if is_quoted else value
