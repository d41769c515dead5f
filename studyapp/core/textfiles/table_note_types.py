"""The note types of tables: the standard ones of Anki by their names, and those that are built from the columns."""

import re
import unicodedata
from collections.abc import Sequence

from studyapp.core.cards.card_template_language import SPECIAL_FIELDS
from studyapp.core.notes.custom_note_type import CardTemplate, CustomNoteType, clean_field_name
from studyapp.core.textfiles.table_layout import TableNoteType

_NAMES = {
    TableNoteType.BASIC: "Basic|Einfach|Basique|Básico|Basilare|Basis|Простая|基本|基本型|问答题",
    TableNoteType.REVERSED: "Basic (and reversed card)|Einfach (und die umgekehrte Richtung)|Einfach (beide Richtungen)"
    "|Généralités (deux sens)|Básico (y tarjeta invertida)|Basilare (e carta inversa)|Básico (e cartão invertido)"
    "|Basis (en omgekeerde kaart)|Простая (с обратной карточкой)|基本 (表面と裏面を反転したカードも作成)|基本型（含反向卡片）"
    "|问答题（附翻转卡片）",
    TableNoteType.OPTIONAL_REVERSED: "Basic (optional reversed card)|Einfach (und wahlweise die umgekehrte Richtung)"
    "|Basique (carte inversée optionnelle)|Básico (tarjeta invertida opcional)|Basilare (carta inversa opzionale)"
    "|Básico (cartão invertido opcional)|Basis (omgekeerde kaart optioneel)|Простая (с обратной по выбору)"
    "|基本 (任意で反転カードを作成)|基本型（選擇性反向卡片）|问答题（可选附翻转卡片）",
    TableNoteType.TYPED: "Basic (type in the answer)|Einfach (Antwort eintippen)|Basique (saisissez la réponse)"
    "|Básico (teclear la respuesta)|Basilare (digita la risposta)|Básico (digite a resposta)|Basisch (typ het antwoord in)"
    "|Простая (с вводом ответа)|基本 (解答を入力)|基本型（輸入答案）|问答题（输入答案）",
    TableNoteType.CLOZE: "Cloze|Lückentext|Texte à trous|Respuesta anidada|Omissão de Palavras|Задание с пропусками|穴埋め問題"
    "|克漏字|填空题",
}
"""The note types of a new collection in Anki, by their names in several languages."""

_TYPE_BY_NAME = {
    name.casefold(): note_type for note_type, names in _NAMES.items() for name in names.split("|")
}
_COPY_SUFFIX = re.compile(r"(?:\+|-[0-9a-f]{5})+$")
"""What Anki appends to the name of a note type if the name is in use."""

_TABLE_TYPE_NAMES = {
    TableNoteType.REVERSED: "Table (and reversed card)",
    TableNoteType.OPTIONAL_REVERSED: "Table (optional reversed card)",
    TableNoteType.TYPED: "Table (type in the answer)",
    TableNoteType.CLOZE: "Table (cloze)",
}
"""The names of types that are built from the columns. With Anki's own names, Anki would rename them on import."""

_DEFAULT_FIELDS = {
    TableNoteType.CLOZE: ("Text", "Back Extra"),
    TableNoteType.OPTIONAL_REVERSED: ("Front", "Back", "Add Reverse"),
}


def find_note_type(name: str) -> TableNoteType | None:
    """Return the note type of Anki with this name in one of its languages, or None if it is not a standard one."""
    name = unicodedata.normalize("NFC", " ".join(name.split())).casefold()
    return _TYPE_BY_NAME.get(name) or _TYPE_BY_NAME.get(_COPY_SUFFIX.sub("", name))


def default_field_names(note_type: TableNoteType) -> tuple[str, ...]:
    """Return the default names of the columns, in order."""
    return _DEFAULT_FIELDS.get(note_type, ("Front", "Back"))


def make_field_names(names: Sequence[str]) -> tuple[str, ...]:
    """Return names that Anki allows for fields of one note type."""
    allowed: list[str] = []
    for name in names:
        cleaned = clean_field_name(name) or "Field"
        cleaned = f"{cleaned} field" if cleaned in SPECIAL_FIELDS else cleaned
        unique, number = cleaned, 1
        while unique.casefold() in map(str.casefold, allowed):
            number += 1
            unique = f"{cleaned} {number}"
        allowed.append(unique)
    return tuple(allowed)


def build_note_type(note_type: TableNoteType, fields: tuple[str, ...], type_name: str) -> CustomNoteType:
    """Return a note type with these fields, whose answers show all of them: the question, then the answer if there is more than
    one field. `type_name` is its name in Anki if it is not a standard one."""
    is_cloze = note_type is TableNoteType.CLOZE
    sides = _build_templates(note_type, fields)
    templates = tuple(
        CardTemplate("Card" if len(sides) == 1 else f"Card {number}", front, back)
        for number, (front, back) in enumerate(sides, 1)
    )
    name = type_name or _TABLE_TYPE_NAMES.get(note_type, "Table")
    return CustomNoteType(0, name, fields, templates, is_cloze)


def _build_templates(note_type: TableNoteType, fields: Sequence[str]) -> list[tuple[str, str]]:
    question, *rest = fields
    answer = rest[0] if rest else None
    others = rest[1:]
    match note_type:
        case TableNoteType.CLOZE:
            text = f"{{{{cloze:{question}}}}}"
            return [(text, "<br>".join((text, *_show_fields(answer, *others))))]
        case TableNoteType.TYPED if answer is not None:
            typed = f"{{{{type:{answer}}}}}"
            shown = "<br>".join((typed, *_show_fields(*others)))
            return [(f"{{{{{question}}}}}<br>{typed}", f"{{{{{question}}}}}<hr>{shown}")]
        case TableNoteType.REVERSED if answer is not None:
            return [
                (f"{{{{{asked}}}}}", _answer_side(told, *others))
                for asked, told in ((question, answer), (answer, question))
            ]
        case TableNoteType.OPTIONAL_REVERSED if answer is not None and others:
            flag, *shown_fields = others
            reverse = f"{{{{#{flag}}}}}{{{{{answer}}}}}{{{{/{flag}}}}}"
            return [
                (f"{{{{{question}}}}}", _answer_side(answer, *shown_fields)),
                (reverse, _answer_side(question, *shown_fields)),
            ]
        case _:
            return [(f"{{{{{question}}}}}", _answer_side(answer, *others))]


def _answer_side(*names: str | None) -> str:
    return "{{FrontSide}}<hr>" + "<br>".join(_show_fields(*names))


def _show_fields(*names: str | None) -> list[str]:
    return [f"{{{{#{name}}}}}{{{{{name}}}}}{{{{/{name}}}}}" for name in names if name is not None]
