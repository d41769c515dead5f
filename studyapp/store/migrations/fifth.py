"""The fifth schema: note types of a deck's own are kept by the names of their parts.

Before, a type was a list of nine, told apart by place. Its name is a hash of what is kept, so the notes of the type
name it anew; they count as unchanged.
"""

import json
import sqlite3


def migrate(connection: sqlite3.Connection) -> None:
    """Keep each type in the new form, and let its notes follow."""
    import hashlib  # once in the life of a collection, and not at every start

    for old, content in connection.execute("SELECT name, content FROM custom_type").fetchall():
        named = _named(content)
        new = hashlib.sha256(named.encode()).hexdigest()[:32]
        connection.execute("DELETE FROM custom_type WHERE name = ?", (old,))
        connection.execute("INSERT INTO custom_type (name, content) VALUES (?, ?)", (new, named))
        connection.execute(
            "UPDATE note SET content = replace(content, ?, ?) WHERE instr(content, ?)",
            (f'"{old}"', f'"{new}"', f'"{old}"'),
        )


def _named(content: str) -> str:
    number, name, fields, cards, is_cloze, style, type_id, written_as, parts = json.loads(content)
    return json.dumps(
        {
            "number": number,
            "name": name,
            "fields": fields,
            "cards": [{"name": card, "front": front, "back": back} for card, front, back in cards],
            "is_cloze": is_cloze,
            "style": style,
            "id": type_id,
            "written_as": written_as,
            "parts": parts,
        },
        ensure_ascii=False,
    )
