"""The map of a tree drawing: its boxes and arrows, at the places that the drawing gives them."""

from collections.abc import Iterable, Mapping, Sequence

from studyapp.core.cards.card import cards_of
from studyapp.core.cards.card_id import CardId
from studyapp.core.concept_map.concept_map import ConceptMap, MapEdge, MapNode, Place
from studyapp.core.concept_map.node_label import node_label
from studyapp.core.notes.drawing import Box, TreeDrawing
from studyapp.core.notes.note import Note
from studyapp.core.notes.note_key import NoteKeyParts
from studyapp.core.text.localized_text import LocalizedText


def build_tree_map(note_key: NoteKeyParts, tree: TreeDrawing, terms: Iterable[Note] = ()) -> ConceptMap:
    """Return the map of a tree drawing.

    The cards of a box are those of the note that hide its label or the label of an arrow that leads to it, and those of the
    term notes among `terms` whose term is the label, in any language.
    """
    position_by_id = {box.id: position for position, box in enumerate(tree.boxes)}
    cards_by_term = _cards_by_term(terms)
    return ConceptMap(
        tree.title,
        tuple(
            MapNode(
                box.id,
                box.label,
                (*_cards_hiding(box, tree, note_key), *_cards_asking(box.label, cards_by_term)),
                box.date or box.kind,
            )
            for box in tree.boxes
        ),
        tuple(
            MapEdge(position_by_id[arrow.start], position_by_id[arrow.end], arrow.label, arrow.is_dashed)
            for arrow in tree.arrows
        ),
        tuple(Place(box.column, box.row) for box in tree.boxes),
    )


def _cards_hiding(box: Box, tree: TreeDrawing, note_key: NoteKeyParts) -> list[CardId]:
    leading_to_it = {arrow.card_ordinal for arrow in tree.arrows if arrow.end == box.id}
    return [CardId(*note_key, ordinal) for ordinal in sorted(({box.card_ordinal} | leading_to_it) - {0})]


def _cards_by_term(terms: Iterable[Note]) -> dict[str, list[CardId]]:
    cards_by_term: dict[str, list[CardId]] = {}
    for note in terms:
        for name in _folded(node_label(note)):
            cards_by_term.setdefault(name, []).extend(card.id for card in cards_of(note))
    return cards_by_term


def _cards_asking(label: LocalizedText, cards_by_term: Mapping[str, Sequence[CardId]]) -> list[CardId]:
    return list(dict.fromkeys(card for name in _folded(label) for card in cards_by_term.get(name, ())))


def _folded(text: LocalizedText) -> list[str]:
    return list(dict.fromkeys(version.casefold() for version in text.version_texts))
