"""Parsing LaTeX as MathML. Whatever the parser doesn't know completely is an error."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace

from studyapp.core.rendering.latex.atoms import Atom, AtomClass, LimitPosition, space_atoms
from studyapp.core.rendering.latex.cloze_marks import BLANK_END, BLANK_START, FILLED_END, FILLED_START
from studyapp.core.rendering.latex.formula_problem import FormulaProblemKind, UnsupportedFormulaError
from studyapp.core.rendering.latex.latex_tokens import split_tokens
from studyapp.core.rendering.latex.math_nodes import (
    ACCENT_COLOUR,
    MathNode,
    make_blank,
    make_element,
    make_operator,
    make_row,
    make_space,
)
from studyapp.core.rendering.latex.symbol_atoms import character_atom, number_atom, symbol_atom

Command = Callable[["LatexParser"], Atom]
Switch = Callable[["LatexParser"], None]
InfixCommand = Callable[["LatexParser", list[Atom], list[Atom]], Atom]

_MAX_DEPTH = 40
"""Maximum nesting of groups, arguments and environments."""


@dataclass(frozen=True)
class Style:
    """How the following atoms are set: in display style, in a script, in a font variant of MathML, in a color."""

    is_display: bool = False
    is_script: bool = False
    variant: str = ""
    colour: str = ""
    forced_display: str = ""
    """`true` or `false` after a command such as `\\displaystyle`."""

    @property
    def as_text(self) -> "Style":
        """The style of a numerator or a cell."""
        return replace(self, is_display=False, forced_display="")

    @property
    def as_script(self) -> "Style":
        """The style of a subscript or a superscript."""
        return replace(self, is_display=False, is_script=True, forced_display="")


@dataclass(frozen=True)
class CommandTables:
    """The commands with arguments, the switches, which last until the end of a group, and the infix commands."""

    commands: Mapping[str, Command]
    switches: Mapping[str, Switch]
    infix_commands: Mapping[str, InfixCommand]


class LatexParser:
    """Reads a formula from left to right. Commands call its methods to read their arguments."""

    def __init__(self, latex: str, tables: CommandTables, style: Style) -> None:
        self.style = style
        self._latex = latex
        self._tables = tables
        self._tokens = split_tokens(latex)
        self._position = 0
        self._depth = 0

    # Tokens

    def peek(self) -> str:
        """Return the next token that is not a space, or an empty string at the end."""
        while self._position < len(self._tokens) and self._tokens[self._position].text.isspace():
            self._position += 1
        return self._tokens[self._position].text if self._position < len(self._tokens) else ""

    def take(self, expected: str = "") -> str:
        """Consume the next token that is not a space. Raise an error if it is not the expected one."""
        text = self.peek()
        if not text or (expected and text != expected):
            kind = FormulaProblemKind.UNBALANCED if expected else FormulaProblemKind.MISSING_ARGUMENT
            raise UnsupportedFormulaError(kind, expected or self._last_command())
        self._position += 1
        return text

    def take_raw_group(self) -> str:
        """Consume a group in braces and return its LaTeX."""
        if self.peek() != "{":
            raise UnsupportedFormulaError(FormulaProblemKind.MISSING_ARGUMENT, self._last_command())
        start, depth = self._tokens[self._position].end, 0
        for index in range(self._position, len(self._tokens)):
            token = self._tokens[index]
            depth += {"{": 1, "}": -1}.get(token.text, 0)
            if depth == 0:
                self._position = index + 1
                return self._latex[start : token.end - 1]
        raise UnsupportedFormulaError(FormulaProblemKind.UNBALANCED, "{")

    def take_raw_option(self) -> str:
        """Consume an optional argument in brackets, if there is one, and return its LaTeX."""
        if self.peek() != "[":
            return ""
        start = self._tokens[self._position].end
        for index in range(self._position, len(self._tokens)):
            if self._tokens[index].text == "]":
                self._position = index + 1
                return self._latex[start : self._tokens[index].end - 1]
        raise UnsupportedFormulaError(FormulaProblemKind.UNBALANCED, "[")

    def _last_command(self) -> str:
        commands = (token.text for token in reversed(self._tokens[: self._position]) if token.is_command)
        return next(commands, self._tokens[self._position - 1].text if self._position else "")

    @contextmanager
    def styled(self, style: Style) -> Iterator[None]:
        """Set the style for what is parsed inside, and limit the nesting."""
        saved = self.style
        self.style = style
        self._depth += 1
        if self._depth > _MAX_DEPTH:
            raise UnsupportedFormulaError(FormulaProblemKind.TOO_COMPLEX, str(_MAX_DEPTH))
        try:
            yield
        finally:
            self.style = saved
            self._depth -= 1

    # Atoms

    def parse_atoms(self, ends: frozenset[str]) -> list[Atom]:
        """Parse until one of the tokens in `ends`, which is not consumed, or until the end."""
        atoms: list[Atom] = []
        while (text := self.peek()) and text not in ends:
            infix = self._tables.infix_commands.get(text)
            switch = self._tables.switches.get(text)
            if infix:
                self.take()
                with self.styled(self.style.as_text):
                    denominator = self.parse_atoms(ends)
                return [infix(self, atoms, denominator)]
            if switch:
                self.take()
                switch(self)
            else:
                atoms.append(self._apply_style(self._parse_scripted_atom()))
        return atoms

    def _apply_style(self, atom: Atom) -> Atom:
        attributes = {}
        if self.style.colour:
            attributes["mathcolor"] = self.style.colour
        if self.style.forced_display:
            attributes |= {
                "displaystyle": self.style.forced_display,
                "scriptlevel": str(int(self.style.is_script)),
            }
        return atom._replace(node=atom.node.with_attributes(**attributes)) if attributes else atom

    def to_node(self, atoms: list[Atom], **attributes: str) -> MathNode:
        """Return the atoms as one element."""
        nodes = space_atoms(atoms, is_script=self.style.is_script)
        return make_row(nodes or [make_space(0)], **attributes)

    def parse_group(self, style: Style | None = None) -> list[Atom]:
        """Parse a group in braces."""
        self.take("{")
        with self.styled(style or self.style):
            atoms = self.parse_atoms(frozenset("}"))
        self.take("}")
        return atoms

    def parse_argument_atoms(self) -> list[Atom]:
        """Parse an argument: a group, or a single character or symbol."""
        text = self.peek()
        if text == "{":
            return self.parse_group()
        has_arguments = (
            text in self._tables.switches
            or text in self._tables.infix_commands
            or text in self._tables.commands
        )
        if not text or text in "}&^_'~" or has_arguments:
            raise UnsupportedFormulaError(FormulaProblemKind.MISSING_ARGUMENT, self._last_command())
        return [self._parse_nucleus(single_digit=True)]

    def parse_argument(self, style: Style | None = None, **attributes: str) -> MathNode:
        """Parse an argument as one element."""
        with self.styled(style or self.style):
            return self.to_node(self.parse_argument_atoms(), **attributes)

    def parse_option(self, style: Style, **attributes: str) -> MathNode | None:
        """Parse an optional argument in brackets."""
        if self.peek() != "[":
            return None
        self.take()
        with self.styled(style):
            node = self.to_node(self.parse_atoms(frozenset("]")), **attributes)
        self.take("]")
        return node

    def _parse_nucleus(self, *, single_digit: bool = False) -> Atom:
        text = self.peek()
        if text == "{":
            return Atom(self.to_node(self.parse_group()))
        if text == FILLED_START:
            return self._parse_filled()
        if text in ("^", "_", "'"):
            return Atom(make_space(0))
        self.take()
        if text == BLANK_START:
            return self._parse_blank()
        if text.isascii() and text.isdigit():
            return number_atom(text if single_digit else text + self._take_digits(), self.style.variant)
        command = self._tables.commands.get(text)
        if command is not None:
            return command(self)
        atom = symbol_atom(text, self.style.variant) or character_atom(text, self.style.variant)
        if atom is None:
            raise _unknown_token(text)
        return atom

    def _take_digits(self) -> str:
        digits = ""
        while self._position < len(self._tokens):
            text = self._tokens[self._position].text
            following = (
                self._tokens[self._position + 1].text if self._position + 1 < len(self._tokens) else ""
            )
            if not (
                text.isascii()
                and (text.isdigit() or (text == "." and following.isascii() and following.isdigit()))
            ):
                break
            if text == "." and "." in digits:
                break
            digits += text
            self._position += 1
        return digits

    def _parse_filled(self) -> Atom:
        self.take(FILLED_START)
        with self.styled(replace(self.style, colour=ACCENT_COLOUR)):
            atoms = self.parse_atoms(frozenset(FILLED_END))
            node = self.to_node(atoms)
        self.take(FILLED_END)
        return Atom(node, atoms[0].atom_class if len(atoms) == 1 else AtomClass.ORDINARY)

    def _parse_blank(self) -> Atom:
        hint = ""
        while self._position < len(self._tokens) and self._tokens[self._position].text != BLANK_END:
            hint += self._tokens[self._position].text
            self._position += 1
        self.take(BLANK_END)
        return Atom(make_blank(hint))

    # Scripts

    def _parse_scripted_atom(self) -> Atom:
        atom = self._parse_nucleus()
        limits = atom.limits
        while self.peek() in ("\\limits", "\\nolimits"):
            command = self.take()
            if atom.atom_class is not AtomClass.OPERATOR:
                raise UnsupportedFormulaError(FormulaProblemKind.MISPLACED, command)
            limits = LimitPosition.BELOW if command == "\\limits" else LimitPosition.BESIDE
        primes = 0
        subscript: MathNode | None = None
        superscript: MathNode | None = None
        while (text := self.peek()) in ("^", "_", "'"):
            self.take()
            if text == "'" and superscript is None:
                primes += 1
            elif text == "^" and superscript is None:
                superscript = self._parse_script()
            elif text == "_" and subscript is None:
                subscript = self._parse_script()
            else:
                raise UnsupportedFormulaError(FormulaProblemKind.MISPLACED, text)
        if primes:
            prime = make_operator("′" * primes)
            superscript = prime if superscript is None else make_row([prime, superscript])
        is_below = limits is LimitPosition.BELOW or (
            limits is LimitPosition.BELOW_IN_DISPLAY and self.style.is_display
        )
        return atom._replace(node=attach_scripts(atom.node, subscript, superscript, is_below=is_below))

    def _parse_script(self) -> MathNode:
        with self.styled(self.style.as_script):
            if not self.peek() or self.peek() in ("}", "&", "^", "_", "'"):
                raise UnsupportedFormulaError(FormulaProblemKind.MISSING_ARGUMENT, self._last_command())
            if self.peek() == "{":
                return self.to_node(self.parse_group(), displaystyle="false")
            return self.to_node([self._parse_nucleus(single_digit=True)], displaystyle="false")


def attach_scripts(
    base: MathNode, subscript: MathNode | None, superscript: MathNode | None, *, is_below: bool = False
) -> MathNode:
    """Return the base with its scripts, beside it or below and above it."""
    if subscript is not None and superscript is not None:
        return make_element("munderover" if is_below else "msubsup", base, subscript, superscript)
    if subscript is not None:
        return make_element("munder" if is_below else "msub", base, subscript)
    if superscript is not None:
        return make_element("mover" if is_below else "msup", base, superscript)
    return base


def _unknown_token(text: str) -> UnsupportedFormulaError:
    if text in ("}", "&", "\\\\", "\\right", "\\middle", "\\end", FILLED_END, "\\limits", "\\nolimits"):
        return UnsupportedFormulaError(FormulaProblemKind.MISPLACED, text)
    if text.startswith("\\"):
        return UnsupportedFormulaError(FormulaProblemKind.UNKNOWN_COMMAND, text)
    return UnsupportedFormulaError(FormulaProblemKind.UNSUPPORTED_CHARACTER, text)
