"""The fifth schema: custom note types are stored as JSON objects instead of positional arrays.

The key of a type is a hash of its JSON, so the notes that refer to it are updated too; they do not count as changed.
"""

import json
import sqlite3


def migrate(connection: sqlite3.Connection) -> None:
    """Convert each type and update the notes that refer to it."""
    import hashlib  # once in the life of a collection, and not at every start

    for old, content in connection.execute("SELECT name, content FROM custom_type").fetchall():
        named = _to_object(content)
        new = hashlib.sha256(named.encode()).hexdigest()[:32]
        connection.execute("DELETE FROM custom_type WHERE name = ?", (old,))
        connection.execute("INSERT INTO custom_type (name, content) VALUES (?, ?)", (new, named))
        connection.execute(
            "UPDATE note SET content = replace(content, ?, ?) WHERE instr(content, ?)",
            (f'"{old}"', f'"{new}"', f'"{old}"'),
        )


def _to_object(content: str) -> str:
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
