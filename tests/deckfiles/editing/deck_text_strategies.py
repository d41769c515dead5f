"""Random deck files in every style that YAML allows: hypothesis strategies that write the text."""

import codecs
from collections.abc import Callable
from dataclasses import dataclass

from hypothesis import strategies as st

WORDS = st.sampled_from(
    [
        "red",
        "it's",
        "C#",
        "問題",
        "答案",
        'the "big" one',
        "a\tb",
        "x&y",
        "naïve",
        "👍🏽",
        "1.5",
        "no",
        "{{c1::gap}}",
        "a:b",
    ]
)
PLAIN_WORDS = st.sampled_from(
    ["red", "it's", "C#", "問題", "a\tb", "naïve", "👍🏽", "1.5", "no", "*", "a:b", "x\\y"]
)
FLOW_WORDS = st.sampled_from(["red", "it's", "C#", "問題", "naïve", "1.5", "no", "a:b", "x\\y"])


@dataclass(frozen=True)
class Place:
    """Where a value is written: the column of its field, and whether it is in flow style or on a line of its own."""

    column: int
    is_flow: bool = False


def draw_words(draw: st.DrawFn, words: st.SearchStrategy[str], first: str = "w") -> list[str]:
    return [first, *draw(st.lists(words, max_size=4))]


def draw_comment(draw: st.DrawFn) -> str:
    return draw(st.sampled_from(["", "", "", " # end", "\t# it's: {x}"]))


def draw_plain(draw: st.DrawFn, place: Place) -> str:
    words = draw_words(draw, FLOW_WORDS if place.is_flow else PLAIN_WORDS)
    break_after = draw(st.sampled_from([0, 0, 0, 1]))
    indentation = " " * (place.column + draw(st.integers(1, 4)))
    if break_after and len(words) > 1:
        return f"{words[0]}\n{indentation}{' '.join(words[1:])}"
    return " ".join(words) + ("" if place.is_flow else draw_comment(draw))


def draw_quoted(draw: st.DrawFn, place: Place) -> str:
    quote = draw(st.sampled_from("'\""))
    words = draw_words(draw, WORDS)
    escape: Callable[[str], str] = (
        (lambda word: word.replace("'", "''"))
        if quote == "'"
        else (lambda word: word.replace("\\", "\\\\").replace('"', '\\"'))
    )
    escaped = [escape(word) for word in words]
    indentation = " " * (place.column + draw(st.integers(1, 4)))
    separators = [" ", " ", f"\n{indentation}", f"  \n\n{indentation}"]
    if quote == '"':
        separators += ["\\n", "\\u4e2d", f"\\\n{indentation}"]
    text = escaped[0] + "".join(draw(st.sampled_from(separators)) + word for word in escaped[1:])
    return f"{quote}{text}{quote}" + ("" if place.is_flow else draw_comment(draw))


def draw_block_scalar(draw: st.DrawFn, place: Place) -> str:
    indentation = draw(st.integers(1, 5))
    chomping = draw(st.sampled_from(["", "-", "+"]))
    indicator = str(indentation) if draw(st.booleans()) else ""
    lines = [" ".join(draw_words(draw, WORDS))]
    for _ in range(draw(st.integers(0, 3))):
        lines.append(
            draw(
                st.sampled_from(
                    ["", "# no comment", "  deeper", "- x", "tail:\tb", "{", "last one two three"]
                )
            )
        )
    if indicator and draw(st.booleans()):
        lines[0] = "  " + lines[0]
    body = "\n".join(" " * (place.column + indentation) + line if line else "" for line in lines)
    header = draw(st.sampled_from("|>")) + draw(st.sampled_from([indicator + chomping, chomping + indicator]))
    return f"{header}{draw_comment(draw)}\n{body}" + "\n" * draw(st.integers(0, 2))


def draw_scalar(draw: st.DrawFn, place: Place) -> str:
    kinds = [draw_plain, draw_quoted] if place.is_flow else [draw_plain, draw_quoted, draw_block_scalar]
    return draw(st.sampled_from(kinds))(draw, place)


def draw_text(draw: st.DrawFn, place: Place) -> str:
    """A value after `key:`, with the space before it: a scalar, or languages."""
    style = draw(st.sampled_from(["scalar", "scalar", "flow", "block"]))
    if style == "scalar":
        if not place.is_flow and draw(st.sampled_from([False, False, True])):
            return f"\n{' ' * (place.column + 3)}{draw_plain(draw, Place(place.column + 2))}"
        return " " + draw_scalar(draw, place)
    languages = draw(
        st.lists(st.sampled_from(["en", "zh-Hant", "zh_hant", "de"]), min_size=1, max_size=3, unique=True)
    )
    if "zh-Hant" in languages and "zh_hant" in languages:
        languages.remove("zh_hant")
    if style == "flow" or place.is_flow:
        inner = Place(place.column, is_flow=True)
        entries = [f"{language}: {draw_scalar(draw, inner)}" for language in languages]
        return " {" + ", ".join(entries) + "}" + ("" if place.is_flow else draw_comment(draw))
    indentation = " " * (place.column + 2)
    comment = draw(st.sampled_from(["", f"{indentation}# language\n"]))
    lines = [
        f"{indentation}{language}: {draw_scalar(draw, Place(place.column + 2))}" for language in languages
    ]
    return f"{draw_comment(draw)}\n{comment}" + "\n".join(lines)


def draw_tags(draw: st.DrawFn, place: Place, values: list[str]) -> str:
    tags = draw(st.lists(st.sampled_from(values), min_size=1, max_size=3))
    style = draw(st.sampled_from(["flow", "words", "block", "lines"]))
    if style == "words":
        return " " + " ".join(tags)
    if place.is_flow or style == "flow":
        return draw(st.sampled_from([" [{}]", " [ {} ]", " [{},]"])).format(", ".join(tags))
    if style == "lines":
        indentation = " " * (place.column + 2)
        return " [\n" + ",\n".join(f"{indentation}{tag}" for tag in tags) + f"  # c\n{indentation}]"
    indentation = " " * (place.column + draw(st.sampled_from([0, 2])))
    return draw_comment(draw) + "".join(f"\n{indentation}- {tag}{draw_comment(draw)}" for tag in tags)


def draw_options(draw: st.DrawFn, place: Place) -> str:
    count = draw(st.integers(2, 4))
    if place.is_flow:
        inner = [f"{{text: {draw_plain(draw, place)}, right: yes}}"]
        inner += [draw_scalar(draw, place) for _ in range(count - 1)]
        return " [" + ", ".join(inner) + "]"
    dash = " " * (place.column + draw(st.sampled_from([0, 2])))
    column = len(dash) + 2
    lines = []
    for index in range(count):
        style = draw(st.sampled_from(["block", "flow", "text"])) if index else "block"
        if style == "text":
            lines.append(f"{dash}- {draw_scalar(draw, Place(len(dash)))}")
        elif style == "flow":
            lines.append(f"{dash}- {{text: {draw_scalar(draw, Place(column, is_flow=True))}, right: false}}")
        else:
            fields = [
                f"text:{draw_text(draw, Place(column))}",
                f"right: {draw(st.sampled_from(['true', 'yes']))}",
            ]
            if draw(st.booleans()):
                fields.append(f"why: {draw_scalar(draw, Place(column))}")
            lines.append(f"{dash}- " + f"\n{' ' * column}".join(draw(st.permutations(fields))))
    return draw_comment(draw) + "\n" + "\n".join(lines)


def draw_custom_fields(draw: st.DrawFn, place: Place) -> str:
    if place.is_flow:
        return f" {{Infinitive: {draw_scalar(draw, place)}, Past: {draw_scalar(draw, place)}}}"
    indentation = " " * (place.column + 2)
    inner = Place(place.column + 2)
    return f"\n{indentation}Infinitive: {draw_scalar(draw, inner)}\n{indentation}Past: {draw_scalar(draw, inner)}"


def draw_fields(draw: st.DrawFn, place: Place, note_id: str, other_ids: list[str]) -> list[tuple[str, str]]:
    """The fields of a note as keys and values."""

    def text() -> str:
        return draw_text(draw, place)

    blank = ' "A {{c1::gap}} here"'
    contents: dict[str, Callable[[], list[tuple[str, str]]]] = {
        "basic": lambda: [("front", text()), ("back", text())],
        "reversed": lambda: [("type", " reversed"), ("front", text()), ("back", text())],
        "term": lambda: [("term", text()), ("definition", text()), ("translation", text())],
        "cloze": lambda: [("text", blank)],
        "choice": lambda: [("front", text()), ("options", draw_options(draw, place))],
        "typed": lambda: [("front", text()), ("answer", text())],
        "custom": lambda: [("type", " verb"), ("fields", draw_custom_fields(draw, place))],
    }
    fields = contents[draw(st.sampled_from([*contents, "basic"]))]()
    if note_id:
        fields.append(("id", f" {note_id}"))
    optional: dict[str, Callable[[], str]] = {
        "tags": lambda: draw_tags(draw, place, ["x", "y", "z"]),
        "section": lambda: " " + draw_scalar(draw, place),
        "evidence": lambda: " hypothesis",
        "why": text,
        "requires": lambda: draw_tags(draw, place, other_ids or ["elsewhere/a"]),
    }
    names = draw(st.lists(st.sampled_from(list(optional)), max_size=3, unique=True))
    fields += [(name, optional[name]()) for name in names]
    return draw(st.permutations(fields))


def draw_note(draw: st.DrawFn, column: int, note_id: str, other_ids: list[str], *, in_flow_list: bool) -> str:
    """A note with its dash at `column`, or its braces alone in a flow list."""
    quote = draw(st.sampled_from(["", "", "", '"', "'"]))
    if in_flow_list or draw(st.sampled_from([False, False, True])):
        fields = draw_fields(draw, Place(column + 4, is_flow=True), note_id, other_ids)
        separator = draw(st.sampled_from([", ", f",\n{' ' * (column + 4)}", f", # c\n{' ' * (column + 4)}"]))
        end = draw(st.sampled_from(["", " ", ", "]))
        source = "{" + separator.join(f"{quote}{key}{quote}:{value}" for key, value in fields) + end + "}"
        return source if in_flow_list else f"{' ' * column}- {source}{draw_comment(draw)}"
    inner = column + draw(st.sampled_from([2, 2, 4]))
    fields = draw_fields(draw, Place(inner), note_id, other_ids)
    indentation = " " * inner
    starts = [" " * column + "-" + " " * (inner - column - 1)] * 3
    starts += [f"{' ' * column}-\n{indentation}", f"{' ' * column}- # c\n\n{indentation}"]
    lines = []
    for key, value in fields:
        before = draw(st.sampled_from(["", "", "", f"# about {key}\n{indentation}"]))
        name = f"{quote}{key}{quote}"
        is_explicit = draw(st.sampled_from([False] * 9 + [True])) and not value.startswith("\n")
        lines.append(before + (f"? {name}\n{indentation}:{value}" if is_explicit else f"{name}:{value}"))
    if lines[0].startswith("# ") and not starts[-1].endswith("\n"):
        lines[0] = lines[0].partition("\n")[2].lstrip()
    end = draw(st.sampled_from(["", "", f"\n{indentation}# own comment", f"\n\n{indentation}  # own"]))
    return draw(st.sampled_from(starts)) + f"\n{indentation}".join(lines) + end


HEADS = [
    "deck: d\ntitle: t\n",
    "# comment\n---\ndeck: d\ntitle: {en: t, zh-Hant: 題}\ndefaults: {tags: [all], section: S}\n",
    "title: 't' # c\n\n",
    "deck: d\ntitle: t\ndefaults:\n  tags: [all]\n  why: default\n  evidence: conclusion\n",
]
NOTE_TYPES = (
    "note_types:\n  verb:\n    fields: [Infinitive, Past]\n    cards:\n"
    "      - {name: c, front: '{{Infinitive}}', back: '{{Past}}'}\n"
)
TAILS = ["", "\n", "\n\n# end\n", "\n...\n", "\nsource: {title: s}\n", "\n  # deep\n"]


@st.composite
def deck_texts(draw: st.DrawFn) -> bytes:
    """The content of a deck file with up to five notes. Some of it may be invalid."""
    count = draw(st.integers(1, 5))
    ids = [draw(st.sampled_from([f"n{number}", f"n{number}", ""])) for number in range(count)]
    known = [note_id for note_id in ids if note_id]
    is_flow = draw(st.sampled_from([False, False, False, True]))
    column = draw(st.sampled_from([0, 2, 4]))
    notes = [
        draw_note(draw, column, note_id, [one for one in known if one != note_id], in_flow_list=is_flow)
        for note_id in ids
    ]
    head = draw(st.sampled_from(HEADS)) + NOTE_TYPES
    if is_flow:
        separator = draw(st.sampled_from([", ", ",\n  ", ", # between\n  "]))
        text = f"{head}notes: [{separator.join(notes)}]" + draw(st.sampled_from(TAILS))
    else:
        indentation = " " * column
        separators = ["\n", "\n", "\n\n", f"\n{indentation}# between\n"]
        text = f"{head}notes:{draw_comment(draw)}\n" + draw(st.sampled_from(["", f"{indentation}# first\n"]))
        text += notes[0] + "".join(draw(st.sampled_from(separators)) + note for note in notes[1:])
        text += draw(st.sampled_from(TAILS))
    newline = draw(st.sampled_from(["\n", "\n", "\r\n", "\r"]))
    return draw(st.sampled_from([b"", b"", codecs.BOM_UTF8])) + text.replace("\n", newline).encode()
