from studyapp.deckfiles.reading.deck_reading import read_deck_bytes
from tests.deckfiles.deck_texts import DECK_HEADER, PATH, problem_positions, read_text


def deck_text(*requires: tuple[str, str]) -> str:
    return DECK_HEADER + "".join(
        f"  - id: {identity}\n    front: f\n    back: b\n    requires: {prerequisites_by_note}\n"
        for identity, prerequisites_by_note in requires
    )


def prerequisites_by_note(text: str) -> dict[str, tuple[str, ...]]:
    deck = read_text(text).deck
    assert deck is not None
    return {note.id: note.prerequisites for note in deck.notes}


def test_prerequisites_include_the_deck_id() -> None:
    text = deck_text(("a", "[]"), ("b", "[a, other/x, d/a]"), ("c", "a b"))
    assert problem_positions(read_text(text)) == []
    assert prerequisites_by_note(text) == {"a": (), "b": ("d/a", "other/x"), "c": ("d/a", "d/b")}


def test_missing_prerequisite_in_same_deck_is_reported() -> None:
    text = deck_text(("a", "[b, d/c, A]"), ("b", "[]"))
    assert problem_positions(read_text(text)) == [
        ("required-note-missing", 7, 19, "a"),
        ("required-note-missing", 7, 24, "a"),
    ]
    assert prerequisites_by_note(text) == {"a": ("d/b",), "b": ()}


def test_invalid_references_are_ignored() -> None:
    text = deck_text(("a", "['b c', d/, a/b/c, '#']"))
    assert [code for code, *_ in problem_positions(read_text(text))] == ["bad-reference"] * 4
    assert prerequisites_by_note(text) == {"a": ()}


def test_note_cannot_require_itself() -> None:
    text = deck_text(("a", "[a]"))
    assert problem_positions(read_text(text)) == [("requirement-ring", 7, 16, "a")]
    assert "a → a" in read_text(text).problems[0].message
    assert prerequisites_by_note(text) == {"a": ()}


def test_cycle_is_reported_once_and_broken() -> None:
    text = deck_text(("a", "[b]"), ("b", "[c]"), ("c", "[a]"), ("x", "[a]"))
    assert problem_positions(read_text(text)) == [("requirement-ring", 15, 16, "c")]
    assert "a → b → c → a" in read_text(text).problems[0].message
    assert prerequisites_by_note(text) == {"a": ("d/b",), "b": ("d/c",), "c": (), "x": ("d/a",)}


def test_path_to_a_cycle_is_not_part_of_it() -> None:
    text = deck_text(("x", "[a]"), ("a", "[b]"), ("b", "[a]"))
    assert problem_positions(read_text(text)) == [("requirement-ring", 15, 16, "b")]
    assert read_text(text).problems[0].values == (("ring", "a → b → a"),)


def test_cycles_sharing_a_note_are_all_broken() -> None:
    text = deck_text(("a", "[b, c]"), ("b", "[a]"), ("c", "[b, a]"))
    assert [line for _, line, *_ in problem_positions(read_text(text))] == [11, 15]
    assert prerequisites_by_note(text) == {"a": ("d/b", "d/c"), "b": (), "c": ("d/b",)}


def test_two_paths_to_one_note_are_no_cycle() -> None:
    assert (
        problem_positions(read_text(deck_text(("a", "[b, c]"), ("b", "[e]"), ("c", "[e]"), ("e", "[]"))))
        == []
    )


def test_cycle_through_a_long_chain_is_found() -> None:
    chain = [(f"n{n}", f"[n{n + 1}]") for n in range(3000)] + [("n3000", "[n0]")]
    reading = read_deck_bytes(deck_text(*chain).encode(), PATH)
    assert [code for code, *_ in problem_positions(reading)] == ["requirement-ring"]
