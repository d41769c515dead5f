"""Schema version 5: custom note types are stored as JSON objects instead of positional arrays.

The key of a note type is a hash of its JSON, so the notes that refer to it are updated too. They do not count as
changed.
"""

import json
import sqlite3


def migrate(connection: sqlite3.Connection) -> None:
    """Convert each note type and update the notes that refer to it."""
    import hashlib  # deferred: needed once per collection, not at every start

    for old_key, content in connection.execute("SELECT name, content FROM custom_type").fetchall():
        json_object = _to_object(content)
        new_key = hashlib.sha256(json_object.encode()).hexdigest()[:32]
        connection.execute("DELETE FROM custom_type WHERE name = ?", (old_key,))
        connection.execute("INSERT INTO custom_type (name, content) VALUES (?, ?)", (new_key, json_object))
        connection.execute(
            "UPDATE note SET content = replace(content, ?, ?) WHERE instr(content, ?)",
            (f'"{old_key}"', f'"{new_key}"', f'"{old_key}"'),
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
