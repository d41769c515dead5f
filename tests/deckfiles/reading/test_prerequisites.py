from studyapp.deckfiles.reading.deck_reading import read_deck_bytes
from tests.deckfiles.deck_texts import HEAD, PATH, found, read


def notes(*requires: tuple[str, str]) -> str:
    return HEAD + "".join(
        f"  - id: {identity}\n    front: f\n    back: b\n    requires: {required}\n"
        for identity, required in requires
    )


def required(text: str) -> dict[str, tuple[str, ...]]:
    deck = read(text).deck
    assert deck is not None
    return {note.id: note.prerequisites for note in deck.notes}


def test_required_notes_are_named_with_their_deck() -> None:
    text = notes(("a", "[]"), ("b", "[a, other/x, d/a]"), ("c", "a b"))
    assert found(read(text)) == []
    assert required(text) == {"a": (), "b": ("d/a", "other/x"), "c": ("d/a", "d/b")}


def test_a_required_note_of_this_deck_must_be_there() -> None:
    text = notes(("a", "[b, d/c, A]"), ("b", "[]"))
    assert found(read(text)) == [("required-note-missing", 7, 19, "a"), ("required-note-missing", 7, 24, "a")]
    assert required(text) == {"a": ("d/b",), "b": ()}


def test_what_can_be_no_id_is_left_out() -> None:
    text = notes(("a", "['b c', d/, a/b/c, '#']"))
    assert [code for code, *_ in found(read(text))] == ["bad-reference"] * 4
    assert required(text) == {"a": ()}


def test_a_note_does_not_require_itself() -> None:
    text = notes(("a", "[a]"))
    assert found(read(text)) == [("requirement-ring", 7, 16, "a")]
    assert "a → a" in read(text).problems[0].message
    assert required(text) == {"a": ()}


def test_a_ring_is_named_once_and_opened() -> None:
    text = notes(("a", "[b]"), ("b", "[c]"), ("c", "[a]"), ("x", "[a]"))
    assert found(read(text)) == [("requirement-ring", 15, 16, "c")]
    assert "a → b → c → a" in read(text).problems[0].message
    assert required(text) == {"a": ("d/b",), "b": ("d/c",), "c": (), "x": ("d/a",)}


def test_the_way_to_a_ring_is_no_part_of_it() -> None:
    text = notes(("x", "[a]"), ("a", "[b]"), ("b", "[a]"))
    assert found(read(text)) == [("requirement-ring", 15, 16, "b")]
    assert read(text).problems[0].values == (("ring", "a → b → a"),)


def test_rings_that_share_a_note_are_all_opened() -> None:
    text = notes(("a", "[b, c]"), ("b", "[a]"), ("c", "[b, a]"))
    assert [line for _, line, *_ in found(read(text))] == [11, 15]
    assert required(text) == {"a": ("d/b", "d/c"), "b": (), "c": ("d/b",)}


def test_two_ways_to_the_same_note_are_no_ring() -> None:
    assert found(read(notes(("a", "[b, c]"), ("b", "[e]"), ("c", "[e]"), ("e", "[]")))) == []


def test_a_long_chain_is_followed_to_its_end() -> None:
    chain = [(f"n{n}", f"[n{n + 1}]") for n in range(3000)] + [("n3000", "[n0]")]
    reading = read_deck_bytes(notes(*chain).encode(), PATH)
    assert [code for code, *_ in found(reading)] == ["requirement-ring"]
