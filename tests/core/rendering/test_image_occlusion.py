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
    cards = cards_of(
        Note("d", "n", CustomContent(kind, (FIELD, '<img src="a b.png" alt="The hidden ulna">', "Bones")))
    )
    assert [card.ordinal for card in cards] == [1, 2, 3]
    face = render_face(cards[0], CardLanguages.ENGLISH)
    assert "ulna" not in face.question  # the description may name what is hidden
    assert "occlusion" not in face.question
    assert "Toggle" not in face.question
    assert 'src="masked:rect,1,' in face.question
    assert 'src="masked:rect-outline,1,' in face.revealed
    assert "d-media/a%20b.png" in face.question


def parse_rectangle(attributes: str) -> list[tuple[tuple[float, float], ...]]:
    field = f"{{{{c1::image-occlusion:rect:{attributes}}}}}"
    return [mask.points for mask in parse_masks(field, 1, revealed=False)]


def test_missing_or_invalid_numbers_are_zero() -> None:
    assert parse_rectangle("width=.5:height=.25") == [((0, 0), (0.5, 0.25))]
    assert parse_rectangle("left=x:top=y:width=.5:height=.25") == [((0, 0), (0.5, 0.25))]
    assert parse_rectangle("left=nan:top=inf:width=.5:height=.25") == [((0, 0), (0.5, 0.25))]
    assert parse_rectangle("left=.5:top=.5") == []
    assert parse_rectangle("left=.5:top=.5:width=.5") == parse_rectangle("left=.5:top=.5:height=.5") == []
    assert parse_rectangle("left=.5:top=.5:width=nan:height=.5") == []


def test_numbers_are_limited() -> None:
    assert parse_rectangle("left=-9:top=9:width=9:height=-9") == [((-1, 2), (1, 1))]
    assert parse_rectangle("left=-1:top=2:width=2:height=-1") == [((-1, 2), (1, 1))]


def test_text_without_a_value_is_ignored() -> None:
    assert parse_rectangle("left=.5:top=.5:width=.5:height=.5:text") == [((0.5, 0.5), (1, 1))]
    assert parse_rectangle("left=.5:top=.5:width=.5:height=.5:text=a=b") == [((0.5, 0.5), (1, 1))]


def test_missing_sizes_of_an_ellipse_make_no_mask() -> None:
    field = "{{{{c1::image-occlusion:ellipse:left=.1:top=.2:{}}}}}".format
    assert (
        parse_masks(field("rx=.1"), 1, revealed=False) == parse_masks(field("ry=.1"), 1, revealed=False) == []
    )
    assert parse_masks(field("rx=.25:ry=.5"), 1, revealed=False)[0].points == ((0.1, 0.2), (0.6, 1.2))


def test_polygon_has_pairs_of_numbers() -> None:
    field = "{{{{c1::image-occlusion:polygon:points={}}}}}".format
    (mask,) = parse_masks(field(".1,.2 .3 .4,.5,.6"), 1, revealed=False)
    assert mask.points == ((0.1, 0.2), (0.3, 0.3), (0.4, 0.6))
    assert parse_masks(field(""), 1, revealed=False) == []
    assert parse_masks("{{c1::image-occlusion:polygon:oi=1}}", 1, revealed=False) == []
    (long,) = parse_masks(field(" ".join(["0,1"] * 300)), 1, revealed=False)
    assert len(long.points) == 200


def test_number_of_masks_is_limited() -> None:
    mask = "{{c1::image-occlusion:rect:left=0:top=0:width=1:height=1}}"
    assert len(parse_masks(mask * 300, 1, revealed=False)) == 200


def test_mask_of_another_card_covers_only_if_asked_to() -> None:
    def masks_on(ordinal: int, oi: str) -> int:
        field = f"{{{{c2::image-occlusion:rect:left=0:top=0:width=1:height=1:oi={oi}}}}}"
        return len(parse_masks(field, ordinal, revealed=False))

    assert [masks_on(1, "1"), masks_on(1, "0"), masks_on(1, "2"), masks_on(2, "0")] == [1, 0, 0, 1]


def test_encoded_name_is_stable() -> None:
    shapes = [
        Mask("rect", ((0.1, 0.25), (1, 0.5)), is_target=True),
        Mask("polygon", ((0, 0),), is_target=False),
    ]
    name = encode_masked_image("d-media/a b:c;.png", shapes)
    assert (
        name == "masked:rect,1,0.1000,0.2500,1.0000,0.5000;polygon,0,0.0000,0.0000:d-media/a%20b%3Ac%3B.png"
    )
    assert encode_masked_image("a.png", []) == "masked::a.png"
    assert decode_masked_image("masked::a.png") == ("a.png", [])
