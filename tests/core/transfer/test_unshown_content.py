"""What Anki shows of a note and StudyApp doesn't is found in its note type and in its fields."""

import pytest

from studyapp.core.notes.custom_note_type import CardTemplate, CustomNoteType
from studyapp.core.transfer.import_losses import Loss, LossKind
from studyapp.core.transfer.unshown_content import find_unshown_content

Found = set[tuple[LossKind, str]]


def find(field: str = "", *, front: str = "{{F}}", css: str = "", has_masks: bool = False) -> Found:
    note_type = CustomNoteType(1, "My type", ("F",), (CardTemplate("Card 1", front, "{{F}}"),), False, css)
    losses = list(find_unshown_content(note_type, (field,), "excerpt", has_masks=has_masks))
    assert {loss.note_excerpt for loss in losses} <= {"excerpt"}
    return {(loss.kind, loss.name) for loss in losses}


@pytest.mark.parametrize(
    "field",
    [
        "plain",
        "",
        'a <b>b</b> <img src="x.png"> <img src="a b.JPG"> <ruby>a<rt>b</rt></ruby>',
        "onclick = alert, position: absolute, content: text, <code>opacity: 0</code>",
        "<a href='https://example.org'>https://example.org/a.png</a>",
        "<a onclick=\"document.getElementById('x').style.display='block'\">show</a><div id=x>y</div>",
        "&lt;video&gt; and &lt;script&gt;",
    ],
)
def test_nothing_is_found_in_fields_that_are_shown_whole(field: str) -> None:
    assert find(field) == set()


@pytest.mark.parametrize(
    "tag", ["video", "iframe", "svg", "object", "canvas", "input", "math", "audio", "embed"]
)
def test_elements_are_found_in_fields_and_templates(tag: str) -> None:
    expected = {(LossKind.ELEMENT_ONLY_IN_ANKI, f"<{tag}>")}
    assert find(f"a <{tag.upper()} width=1>b</{tag}> <{tag}>") == expected
    assert find(front=f"{{{{F}}}}<{tag}></{tag}>") == expected


@pytest.mark.parametrize(
    "address", ["https://example.org/a.png", "//example.org/a", "data:image/png;base64,AA=="]
)
def test_pictures_that_are_not_files_are_found(address: str) -> None:
    assert find(f'<img class=x src="{address}">') == {(LossKind.PICTURE_ADDRESS, "")}


def test_pictures_in_formats_that_are_not_shown_are_found() -> None:
    assert find('<img src="a%20b.avif"><img src=c.HEIC><img src=d.webp>') == {
        (LossKind.PICTURE_FORMAT, "a b.avif"),
        (LossKind.PICTURE_FORMAT, "c.HEIC"),
    }


@pytest.mark.parametrize(
    "html",
    ["<script>x</script>", "<script src='_a.js'>", "<div onclick='go()'>", '<a href="javascript:x()">', "<img src=x.png onerror=x>"],
)  # fmt: skip
def test_scripts_are_found(html: str) -> None:
    assert find(html) == {(LossKind.FIELD_SCRIPT, "")}
    assert find(front=html) == {(LossKind.TEMPLATE_SCRIPT, "My type")}


@pytest.mark.parametrize(
    "declaration",
    ["position:absolute", "position: fixed !important", "opacity:0", "opacity: .0", "font-size:0", "color: transparent",
     "filter: blur(5px)", "-webkit-text-security: disc"],
)  # fmt: skip
def test_styles_that_hide_are_found(declaration: str) -> None:
    expected = {(LossKind.COVERING_STYLES, "My type")}
    assert find(css=f".a {{ margin: 0; {declaration} }}") == expected
    assert find(css=f".a{{{declaration}}}") == expected
    assert find(front=f'<div style="{declaration}">{{{{F}}}}</div>') == expected
    assert find(front=f"<style>.a {{ {declaration} }}</style>{{{{F}}}}") == expected
    assert find(css=f"/* .a {{ {declaration} }} */") == set()


@pytest.mark.parametrize(
    "css",
    [
        ".card { font-family: arial; font-size: 20px; text-align: center; color: black; background-color: white }",
        ".a { opacity: 0.5; font-size: 0.9em; background-color: transparent; position: relative; content: none }",
        ".nightMode .cloze { color: lightblue } .a::after { content: '' }",
    ],
)
def test_harmless_styles_are_not_reported(css: str) -> None:
    assert find(css=css) == set()


def test_texts_and_files_of_styles_are_found() -> None:
    assert find(css=".a::before { content: 'JP' }") == {(LossKind.ADDED_BY_STYLES, "My type")}
    files = {(LossKind.STYLES_WITH_FILES, "My type")}
    assert find(css="@font-face { font-family: K; src: url('_k.ttf') }") == files
    assert find(css=".card { background: #fff url('_bg.png') }") == files


def test_templates_of_image_occlusion_are_shown_without_their_script() -> None:
    assert find(front="<script>x</script><canvas></canvas>", has_masks=True) == set()


def test_losses_name_the_note() -> None:
    note_type = CustomNoteType(1, "T", ("F",), (CardTemplate("Card 1", "{{F}}", ""),), False, "")
    assert list(find_unshown_content(note_type, ("<svg>",), "note a", has_masks=False)) == [
        Loss(LossKind.ELEMENT_ONLY_IN_ANKI, "note a", "<svg>")
    ]


@pytest.mark.parametrize(
    ("shape", "is_shown"),
    [
        ("rect:left=.1:top=.1:width=.2:height=.2:oi=1", True),
        ("rect:left=.1:top=.1:width=.2:height=.2:angle=0", True),
        ("polygon:points=.1,.1 .2,.2", True),
        ("rect:left=.1:top=.1:width=.2:height=.2:angle=45", False),
        ("ellipse:left=.1:top=.1:rx=.2:ry=.2:angle=-12.5:oi=1", False),
        ("text:left=.3:top=.5:text=Aorta:scale=1", False),
    ],
)
def test_shapes_on_image_occlusions(shape: str, *, is_shown: bool) -> None:
    field = f"{{{{c1::image-occlusion:rect:left=.5}}}}<br>{{{{c2::image-occlusion:{shape}}}}}"
    assert find(field, has_masks=True) == (set() if is_shown else {(LossKind.OCCLUSION_SHAPES, "")})
