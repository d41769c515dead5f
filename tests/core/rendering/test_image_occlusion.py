"""Image occlusion: parsing masks and rendering masked images."""

from hypothesis import given
from hypothesis import strategies as st

from studyapp.core.cards.card import cards_of
from studyapp.core.notes.custom_note_type import CardTemplate, CustomNoteType
from studyapp.core.notes.note import CustomContent, Note
from studyapp.core.rendering.face import render_face
from studyapp.core.rendering.image_occlusion import (
    Mask,
    decode_masked_image,
    encode_masked_image,
    parse_masks,
)
from studyapp.core.text.localized_text import CardLanguages

FIELD = (
    "{{c1::image-occlusion:rect:left=.1:top=.2:width=.3:height=.4:oi=1}}<br>"
    "{{c2::image-occlusion:ellipse:left=.5:top=.5:rx=.1:ry=.2}}<br>"
    "{{c3::image-occlusion:polygon:points=.1,.1 .2,.1 .2,.3:oi=1}}<br>"
    "{{c0::image-occlusion:text:left=.1:top=.1:text=words}}"
)
coordinates = st.floats(-1, 2).map(lambda number: round(number, 4))
masks = st.lists(
    st.builds(
        Mask,
        st.sampled_from(("rect", "ellipse", "polygon", "rect-outline")),
        st.lists(st.tuples(coordinates, coordinates), min_size=1, max_size=4).map(tuple),
        st.booleans(),
    ),
    max_size=5,
)


def test_target_and_permanent_masks_cover_the_image() -> None:
    rectangle = Mask("rect", ((0.1, 0.2), (0.4, 0.6000000000000001)), is_target=False)
    polygon = Mask("polygon", ((0.1, 0.1), (0.2, 0.1), (0.2, 0.3)), is_target=False)
    ellipse = Mask("ellipse", ((0.5, 0.5), (0.7, 0.9)), is_target=True)
    assert parse_masks(FIELD, 2, revealed=False) == [rectangle, ellipse, polygon]
    assert parse_masks(FIELD, 1, revealed=True) == [
        rectangle._replace(shape="rect-outline", is_target=True),
        polygon,
    ]


@given(st.text(min_size=1), masks)
def test_masked_image_name_round_trips(image: str, image_masks: list[Mask]) -> None:
    image = image.encode(errors="replace").decode()
    assert decode_masked_image(encode_masked_image(image, image_masks)) == (image, image_masks)
    assert decode_masked_image(image) is None


@given(st.text(alphabet="{}c1:image-oclusn=.,;rectpolygon 0e+-9inf", max_size=80))
def test_malformed_shapes_yield_bounded_or_no_masks(shape_text: str) -> None:
    for mask in parse_masks(f"{{{{c1::image-occlusion:rect:{shape_text}}}}}{shape_text}", 1, revealed=False):
        assert all(-1 <= part <= 4 for point in mask.points for part in point)


def test_card_shows_masked_image_without_mask_text() -> None:
    front = "{{Header}}<div style='display: none'>{{cloze:Occlusion}}</div><div>{{Image}}<canvas></canvas></div><button>Toggle</button>"
    kind = CustomNoteType(
        0, "t", ("Occlusion", "Image", "Header"), (CardTemplate("c", front, front),), is_cloze=True
    )
    cards = cards_of(Note("d", "n", CustomContent(kind, (FIELD, '<img src="a b.png">', "Bones"))))
    assert [card.ordinal for card in cards] == [1, 2, 3]
    face = render_face(cards[0], CardLanguages.ENGLISH)
    assert "occlusion" not in face.question
    assert "Toggle" not in face.question
    assert 'src="masked:rect,1,' in face.question
    assert 'src="masked:rect-outline,1,' in face.revealed
    assert "d-media/a%20b.png" in face.question
