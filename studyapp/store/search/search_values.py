"""The values that notes have, for the completion of queries."""

import sqlite3


def custom_field_names(connection: sqlite3.Connection) -> list[str]:
    """Return the names of the fields of custom note types, in alphabetical order."""
    rows = connection.execute(
        "SELECT DISTINCT field.value FROM custom_type, json_each(custom_type.content, '$.fields') AS field ORDER BY 1"
    )
    return [name for (name,) in rows]
