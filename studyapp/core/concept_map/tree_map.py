"""The map of a tree drawing: its boxes and arrows, at the places that the drawing gives them."""

from studyapp.core.cards.card_id import CardId
from studyapp.core.concept_map.concept_map import ConceptMap, MapEdge, MapNode, Place
from studyapp.core.notes.drawing import Box, TreeDrawing
from studyapp.core.notes.note_key import NoteKeyParts


def build_tree_map(note_key: NoteKeyParts, tree: TreeDrawing) -> ConceptMap:
    """Return the map of a tree drawing. The cards of a box are those of the note that hide its label or the label of an arrow
    that leads to it."""
    position_by_id = {box.id: position for position, box in enumerate(tree.boxes)}
    return ConceptMap(
        tree.title,
        tuple(
            MapNode(
                box.id,
                box.label,
                tuple(CardId(*note_key, ordinal) for ordinal in _card_ordinals(box, tree)),
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


def _card_ordinals(box: Box, tree: TreeDrawing) -> list[int]:
    leading_to_it = {arrow.card_ordinal for arrow in tree.arrows if arrow.end == box.id}
    return sorted(({box.card_ordinal} | leading_to_it) - {0})
