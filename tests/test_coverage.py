"""docs/coverage.md is in step with the decks: every statement is taught, and every note teaches one."""

from tools.coverage import TABLE, decks, sections, table


def test_every_note_teaches_a_statement_and_every_statement_is_taught() -> None:
    taught = {note for section in sections() for statement in section.statements for note in statement.notes}
    there = {note.key for deck in decks() for note in deck.notes}
    assert there - taught == set()
    assert taught - there == set()
    untaught = [one.says for section in sections() for one in section.statements if not one.notes]
    assert untaught == []


def test_a_statement_stands_once_and_names_a_note_once() -> None:
    for section in sections():
        says = [one.says for one in section.statements]
        assert len(set(says)) == len(says), section.name
        assert all(len(set(one.notes)) == len(one.notes) for one in section.statements), section.name


def test_the_table_is_what_the_tool_makes() -> None:
    assert TABLE.read_text("utf-8") == table()
