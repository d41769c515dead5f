"""Atoms of single symbols, letters and numbers."""

import unicodedata

from studyapp.core.rendering.latex import symbols
from studyapp.core.rendering.latex.atoms import Atom, AtomClass, LimitPosition
from studyapp.core.rendering.latex.math_nodes import make_leaf, make_operator, make_row, make_space

_CLASS_BY_TABLE = (
    (symbols.OPENING, AtomClass.OPENING),
    (symbols.CLOSING, AtomClass.CLOSING),
    (symbols.BINARY, AtomClass.BINARY),
    (symbols.RELATIONS, AtomClass.RELATION),
    (symbols.INNER, AtomClass.INNER),
)
_UPPERCASE_ONLY = "script"
_LIBRARY_VARIANTS = {
    "bold": "bold normal",
    "bold-italic": "bold italic",
    "normal": "normal",
    "italic": "italic",
}
_NO_GREEK = {"script", "fraktur", "double", "mono", "sans"}
_OTHER_LETTERS = (
    "LATIN SMALL LETTER ",
    "LATIN CAPITAL LETTER ",
    "CYRILLIC SMALL LETTER ",
    "CYRILLIC CAPITAL LETTER ",
)


def number_atom(digits: str, variant: str) -> Atom:
    """Return a number."""
    variants = {"bold": "bold normal", "double": "double", "mono": "mono", "sans": "sans"}
    return Atom(make_leaf("mn", digits, mathvariant=variants.get(variant, "normal")))


def function_atom(name: str, limits: LimitPosition = LimitPosition.BESIDE) -> Atom:
    """Return the name of a function, in upright letters."""
    words = name.split(" ")
    nodes = [make_operator(words[0])]
    for word in words[1:]:
        nodes += [make_space(3 / 18), make_operator(word)]
    return Atom(make_row(nodes), AtomClass.OPERATOR, limits)


def symbol_atom(command: str, variant: str) -> Atom | None:
    """Return the symbol of a command, or None if there is none. `variant` is a font variant of MathML."""
    if command in symbols.LETTERS:
        return _letter_atom(symbols.LETTERS[command], variant, is_upright=False)
    if command in symbols.UPRIGHT_LETTERS:
        return _letter_atom(symbols.UPRIGHT_LETTERS[command], variant, is_upright=True)
    if command in symbols.SPACES:
        return Atom(make_space(symbols.SPACES[command]), AtomClass.SPACE)
    for table, atom_class in _CLASS_BY_TABLE:
        if command in table:
            return Atom(make_operator(table[command]), atom_class)
    if command in symbols.ORDINARY:
        return Atom(make_operator(symbols.ORDINARY[command], mathvariant=_symbol_variant(variant)))
    if command in symbols.SPACED_RELATIONS:
        relation = make_operator(symbols.SPACED_RELATIONS[command])
        return Atom(make_row([make_space(5 / 18), relation, make_space(5 / 18)]), AtomClass.RELATION)
    if command in symbols.FUNCTIONS:
        return function_atom(*symbols.FUNCTIONS[command])
    if command in symbols.LARGE_OPERATORS:
        operator = make_operator(symbols.LARGE_OPERATORS[command], largeop="true", movablelimits="false")
        return Atom(operator, AtomClass.OPERATOR, LimitPosition.BELOW_IN_DISPLAY)
    if command in symbols.INTEGRALS:
        operator = make_operator(symbols.INTEGRALS[command], largeop="true", movablelimits="false")
        return Atom(operator, AtomClass.OPERATOR)
    return None


def character_atom(character: str, variant: str) -> Atom | None:
    """Return the atom of a character other than a digit, or None if it can't be typeset."""
    if len(character) != 1:
        return None
    if character.isascii() and character.isalpha():
        return _letter_atom(character, variant, is_upright=False)
    if character in symbols.CHARACTER_CLASSES:
        text, atom_class = symbols.CHARACTER_CLASSES[character]
        return Atom(make_operator(text), atom_class)
    if character in symbols.UNICODE_SYMBOLS:
        text, atom_class = symbols.UNICODE_SYMBOLS[character]
        return Atom(make_operator(text), atom_class)
    if character in symbols.LETTERS.values():
        return _letter_atom(character, variant, is_upright=False)
    if character in symbols.UPRIGHT_LETTERS.values():
        return _letter_atom(character, variant, is_upright=True)
    if character in "()[]":
        table = symbols.OPENING if character in symbols.OPENING else symbols.CLOSING
        return Atom(
            make_operator(table[character]), AtomClass.OPENING if character in "([" else AtomClass.CLOSING
        )
    if is_text_character(character) and unicodedata.category(character).startswith("L"):
        return Atom(make_leaf("mtext", character))
    if character in symbols.SPACES:
        return Atom(make_space(symbols.SPACES[character]), AtomClass.SPACE)
    return None


def is_text_character(character: str) -> bool:
    """Return whether text inside a formula may contain the character: ASCII, letters of Europe, common punctuation, and
    ideographs, which the system's font shows."""
    return (
        (character.isascii() and character.isprintable())
        or character in "°·×÷±–—‘’“”…′″§µ€£•→←↔≤≥≠≈∞√∑∆−"
        or (unicodedata.name(character, "").startswith(_OTHER_LETTERS) and ord(character) < 0x500)
        or ("GREEK" in unicodedata.name(character, "") and 0x391 <= ord(character) <= 0x3C9)
        or is_ideograph(character)
    )


def is_ideograph(character: str) -> bool:
    """Return whether the character is full-width, such as a Chinese character or a full-width comma."""
    return (
        unicodedata.east_asian_width(character) in ("W", "F") and unicodedata.category(character)[0] in "LPN"
    )


def _letter_atom(letter: str, variant: str, *, is_upright: bool) -> Atom | None:
    is_greek = not letter.isascii()
    if variant == _UPPERCASE_ONLY and not is_greek and not letter.isupper():
        return None
    if is_greek and (variant in _NO_GREEK or (variant == "bold" and not is_upright)):
        variant = ""  # these fonts have no such letters, and `\\mathbf` doesn't change them
    if variant == "bold-italic" and is_upright:
        variant = "bold"
    if variant in ("sans", "mono"):
        return Atom(
            make_leaf("mtext", letter, mathvariant=variant)
        )  # the library sets other elements in italics
    if variant == "normal" and is_greek:
        variant = ""
    return Atom(
        make_leaf(
            "mi",
            letter,
            mathvariant=_LIBRARY_VARIANTS.get(variant or ("normal" if is_upright else "italic"), variant),
        )
    )


def _symbol_variant(variant: str) -> str:
    return "bold" if variant == "bold-italic" else "normal"
