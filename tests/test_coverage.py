"""docs/coverage.md matches the decks: every statement has a note or a reason, and every note a statement."""

from tools.coverage import TABLE, decks, sections, table


def test_statements_name_all_notes_and_no_others() -> None:
    covered_notes = {
        note for section in sections() for statement in section.statements for note in statement.notes
    }
    deck_notes = {note.key for deck in decks() for note in deck.notes}
    assert deck_notes - covered_notes == set()
    assert covered_notes - deck_notes == set()


def test_every_statement_is_taught_or_left_out_for_a_reason() -> None:
    both_or_neither = [
        statement.says
        for section in sections()
        for statement in section.statements
        if bool(statement.notes) == bool(statement.left_out)
    ]
    assert both_or_neither == []


def test_statements_and_their_notes_are_unique() -> None:
    for section in sections():
        statements = [statement.says for statement in section.statements]
        assert len(set(statements)) == len(statements), section.name
        assert all(len(set(statement.notes)) == len(statement.notes) for statement in section.statements), (
            section.name
        )


def test_coverage_table_is_up_to_date() -> None:
    assert TABLE.read_text("utf-8") == table()
