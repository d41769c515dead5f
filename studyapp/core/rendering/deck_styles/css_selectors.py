"""CSS selectors of the common kinds: tags, classes and IDs, alone or together, within or directly below others."""

import re
from dataclasses import dataclass
from typing import NamedTuple

_COMPOUND = re.compile(r"(\*|[a-zA-Z][a-zA-Z0-9]*)?((?:[.#][\w-]+)*)")
_NAME = re.compile(r"[.#][\w-]+")
_MAX_PARTS = 8


@dataclass(frozen=True, slots=True)
class CssElement:
    """What selectors see of an element."""

    tag: str
    classes: frozenset[str] = frozenset()
    element_id: str = ""


class _Compound(NamedTuple):
    """Conditions on one element. `is_child` is whether it must be directly below the element of the compound before."""

    tag: str
    classes: frozenset[str]
    ids: frozenset[str]
    is_child: bool = False

    def matches(self, element: CssElement) -> bool:
        return (
            self.tag in ("", element.tag)
            and self.classes <= element.classes
            and (not self.ids or self.ids == {element.element_id})
        )


class CssSelector(NamedTuple):
    """A selector, from the outermost element to the one that it selects."""

    compounds: tuple[_Compound, ...]

    @property
    def specificity(self) -> tuple[int, int, int]:
        """The numbers of IDs, of classes and of tags, by which rules take precedence."""
        compounds = self.compounds
        return (
            sum(len(compound.ids) for compound in compounds),
            sum(len(compound.classes) for compound in compounds),
            sum(bool(compound.tag) for compound in compounds),
        )

    def may_select_in(self, html: str) -> bool:
        """Return whether some HTML contains the names that an element needs to be selected."""
        last = self.compounds[-1]
        has_tag = f"<{last.tag}" in html or "hint-link" in html  # a hint link becomes a link
        return has_tag and all(name in html for name in (*last.classes, *last.ids))

    def matches(self, path: tuple[CssElement, ...]) -> bool:
        """Return whether the last element of a path is selected. The path begins at the root of the document."""
        return _matches(self.compounds, path)


def parse_selector(text: str) -> CssSelector | None:
    """Return a selector. None if it is of another kind, such as one with a pseudo-class."""
    compounds: list[_Compound] = []
    is_child = False
    for part in text.replace(">", " > ").split():
        if part == ">":
            is_child = True
            continue
        match = _COMPOUND.fullmatch(part)
        if match is None or len(compounds) == _MAX_PARTS:
            return None
        names = _NAME.findall(match[2])
        compounds.append(
            _Compound(
                (match[1] or "").lower().replace("*", ""),
                frozenset(name[1:] for name in names if name[0] == "."),
                frozenset(name[1:] for name in names if name[0] == "#"),
                is_child,
            )
        )
        is_child = False
    return CssSelector(tuple(compounds)) if compounds and not is_child else None


def _matches(compounds: tuple[_Compound, ...], path: tuple[CssElement, ...]) -> bool:
    """Return whether the last compound matches the last element, and those before match elements above it."""
    if not path or not compounds[-1].matches(path[-1]):
        return False
    if len(compounds) == 1:
        return True
    if compounds[-1].is_child:
        return _matches(compounds[:-1], path[:-1])
    return any(_matches(compounds[:-1], path[:end]) for end in range(len(path) - 1, 0, -1))
