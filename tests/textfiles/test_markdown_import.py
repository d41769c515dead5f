"""Importing Markdown pages: their notes, pictures and sounds, and importing a changed page again."""

import random
from pathlib import Path

import pytest

from studyapp.cli.messages.transfer_reports import format_import_report
from studyapp.core.notes.note import Basic, Cloze, Note, Reversed
from studyapp.core.rendering.markdown_rendering import render_markdown
from studyapp.core.text.localized_text import LocalizedText
from studyapp.core.transfer.import_losses import Loss, LossKind
from studyapp.textfiles.content_identity import QuestionKey, numbered_guid
from tests.anki.studyapp_instance import StudyAppInstance, create_instance
from tests.textfiles.text_import_helpers import import_text, notes_in, sides

MARKDOWN = """\
# Capitals

## Europe

### What is the capital of France?

Paris, *of course*.

```
# no heading
```

**And of Peru?**

Lima

# Others
## One
1
"""


def test_markdown_headings_become_questions(instance: StudyAppInstance, tmp_path: Path) -> None:
    report = import_text(instance, tmp_path, "page.md", MARKDOWN)
    assert (report.added_count, report.losses) == (3, ())
    assert sides(instance, "capitals") == [
        ("What is the capital of France?", "Paris, *of course*.\n\n```\n# no heading\n```"),
        ("And of Peru?", "Lima"),
    ]
    assert notes_in(instance, "capitals")[0].tags == ("Europe",)
    assert sides(instance, "others") == [("One", "1")]


def test_notes_of_other_types(instance: StudyAppInstance, tmp_path: Path) -> None:
    content = "#flashcards\n\na:::b\n\n==c== is d\n\nlost\n"
    report = import_text(instance, tmp_path, "page.md", content)
    neutral = LocalizedText.language_neutral
    assert [note.content for note in notes_in(instance, "page")] == [
        Reversed(neutral("a"), neutral("b")),
        Cloze(neutral("{{c1::c}} is d")),
    ]
    assert report.losses == (Loss(LossKind.TEXT_OUTSIDE_NOTES, "lost", line=7),)
    assert "      line 7: lost" in list(format_import_report(Path("page.md"), report))


def test_images_of_markdown_file_are_copied(instance: StudyAppInstance, tmp_path: Path) -> None:
    (tmp_path / "img").mkdir()
    (tmp_path / "img" / "a.png").write_bytes(b"picture")
    (tmp_path.parent / "secret.png").write_bytes(b"secret")
    content = "above\n\n## One\n![x](img/a.png) ![](../secret.png)\n![](/etc/passwd.png)\n"
    report = import_text(instance, tmp_path, "page.md", content)
    assert report.losses == (
        Loss(LossKind.TEXT_OUTSIDE_NOTES, "above", line=1),
        Loss(LossKind.PAGE_FILE_MISSING, "One", "../secret.png", 4),
        Loss(LossKind.PAGE_FILE_MISSING, "One", "/etc/passwd.png", 5),
    )
    (picture,) = (instance.folder / "page-media").iterdir()
    assert picture.read_bytes() == b"picture"
    assert sides(instance, "page")[0][1].startswith(f"![x](page-media/{picture.name}) ![](../secret.png)")


@pytest.mark.parametrize(
    "embedded",
    [
        "![fish](img/red%20fish.png)",
        "![fish](<img/red fish.png>)",
        '![fish](img/red%20fish.png "A fish")',
        "![fish](<img/red fish.png> 'A fish')",
        "![a [b] c](img/red%20fish.png)",
        "![fish][pic]",
        "![pic][]",
        "![pic]",
        "![a ![b](other.png) c](img/red%20fish.png)",
        "![[red fish.png]]",
        "![[img/red fish.png]]",
        "![[Red Fish.PNG]]",
        "![[red fish.png|a fish]]",
        "> - ![fish](./img/red%20fish.png)",
        "| ![fish](/img/red%20fish.png) |\n|---|",
        '<img alt="fish" src="img/red%20fish.png">',
        "<img src='img/red fish.png'/>",
        "[![fish](img/red%20fish.png)](https://example.org)",
        "![fish](img/red&#32;fish.png)",
    ],
)
def test_every_form_of_a_picture_is_copied_and_shown(
    instance: StudyAppInstance, tmp_path: Path, embedded: str
) -> None:
    (tmp_path / "img").mkdir()
    (tmp_path / "img" / "red fish.png").write_bytes(b"picture")
    content = f"## Which?\n\n{embedded}\n\n## Code?\n\n`{embedded}`\n\n[pic]: <img/red fish.png>\n"
    report = import_text(instance, tmp_path, "page.md", content)
    assert report.losses == ()
    (picture,) = (instance.folder / "page-media").iterdir()
    ((_, answer), (_, code)) = sides(instance, "page")
    assert f'<img src="page-media/{picture.name}"' in render_markdown(answer)
    assert "<img" not in render_markdown(code)


@pytest.mark.parametrize(
    "name", ["oak_(2).png", "a,b & c.png", "100%.png", "50%20.png", "日本 語.png", "x'y\".png", "[z].png"]
)
def test_pictures_of_any_name_are_copied_and_shown(
    instance: StudyAppInstance, tmp_path: Path, name: str
) -> None:
    (tmp_path / name).write_bytes(b"picture")
    escaped = name.replace("%", "%25").replace(" ", "%20")
    report = import_text(instance, tmp_path, "page.md", f"## A\n![x](<{escaped}>)\n\n## B\n![x]({escaped})\n")
    assert report.losses == ()
    (picture,) = (instance.folder / "page-media").iterdir()
    for _, answer in sides(instance, "page"):
        assert f'<img src="page-media/{picture.name}"' in render_markdown(answer)


@pytest.mark.parametrize(
    "embedded",
    [
        "![[a b.mp3]]",
        "![](a%20b.mp3)",
        "[sound:a b.mp3]",
        '<audio controls src="a%20b.mp3"></audio>',
        "![hear](<a b.mp3>)",
    ],
)
def test_every_form_of_a_sound_is_copied_and_played(
    instance: StudyAppInstance, tmp_path: Path, embedded: str
) -> None:
    (tmp_path / "a b.mp3").write_bytes(b"sound")
    report = import_text(instance, tmp_path, "page.md", f"## Hear?\n\n{embedded}\n")
    assert report.losses == ()
    assert [path.name for path in (instance.folder / "page-media").iterdir()] == ["a b.mp3"]
    ((_, answer),) = sides(instance, "page")
    assert 'href="sound:page-media/a%20b.mp3"' in render_markdown(answer)


def test_what_is_not_kept_of_an_answer_is_reported_with_its_line(
    instance: StudyAppInstance, tmp_path: Path
) -> None:
    (tmp_path / "a.png").write_bytes(b"picture")
    content = (
        "## One\n\ntext <!-- hidden -->\n\n![[a.png|200]]\n\n![[Other page]]\n[sound:gone.mp3]\n"
        '![web](https://example.org/x.png)\n\n## Two\n\n<b>x</b> <img src="a.png" width=3>\n'
    )
    report = import_text(instance, tmp_path, "page.md", content)
    assert set(report.losses) == {
        Loss(LossKind.PICTURE_SIZE, "One", "a.png", 5),
        Loss(LossKind.PAGE_FILE_MISSING, "One", "Other page", 7),
        Loss(LossKind.PAGE_FILE_MISSING, "One", "gone.mp3", 8),
        Loss(LossKind.PAGE_FILE_MISSING, "One", "https://example.org/x.png", 9),
        Loss(LossKind.PICTURE_SIZE, "Two", "a.png", 13),
        Loss(LossKind.HTML_AS_TEXT, "Two", "", 11),
    }
    assert sides(instance, "page")[0][1].startswith("text \n\n![](page-media/a.png)")


def test_review_dates_in_comments_are_reported(instance: StudyAppInstance, tmp_path: Path) -> None:
    report = import_text(instance, tmp_path, "page.md", "a::b\n<!--SR:!2024-01-01,4,270-->\n")
    assert (report.added_count, report.losses) == (1, (Loss(LossKind.PAGE_SCHEDULE, line=2),))


def test_reference_links_keep_their_address(instance: StudyAppInstance, tmp_path: Path) -> None:
    content = (
        "## One\n\nsee [there][1] and [home]\n\n[1]: https://a.example\n[home]: <https://b.example> 'x'\n"
    )
    import_text(instance, tmp_path, "page.md", content)
    html = render_markdown(sides(instance, "page")[0][1])
    assert 'href="https://a.example"' in html
    assert 'href="https://b.example"' in html


def page_of(sections: list[tuple[str, str, str]]) -> str:
    return "# Verbs\n\n" + "\n\n".join(
        f"## {part}\n\n### {question}\n\n{answer}" for part, question, answer in sections
    )


SECTIONS = [
    ("Ser", "Example", "Soy alto."),
    ("Ir", "Example", "Voy."),
    ("Ir", "Meaning", "to go"),
    ("Dar", "Example", "Doy."),
]


@pytest.mark.parametrize("position", range(len(SECTIONS) + 1))
def test_extended_page_adds_exactly_the_new_section(
    instance: StudyAppInstance, tmp_path: Path, position: int
) -> None:
    import_text(instance, tmp_path, "page.md", page_of(SECTIONS))
    before = {note.id: note for note in notes_in(instance, "verbs")}
    extended = [*SECTIONS[:position], ("Estar", "Example", "Estoy aquí."), *SECTIONS[position:]]
    report = import_text(instance, tmp_path, "page.md", page_of(extended))
    assert (report.added_count, report.existing_count) == (1, len(SECTIONS))
    after = {note.id: note for note in notes_in(instance, "verbs")}
    (new,) = after.keys() - before.keys()
    assert (after.pop(new).content, after) == (
        Basic(LocalizedText.language_neutral("Example"), LocalizedText.language_neutral("Estoy aquí.")), before,
    )  # fmt: skip


def test_changed_answer_is_reported_and_adds_nothing(instance: StudyAppInstance, tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(b"picture")
    sections = [*SECTIONS, ("Ser", "Picture", "![](a.png)")]
    import_text(instance, tmp_path, "page.md", page_of(sections))
    path = tmp_path / "page.md"
    path.write_text(page_of(sections).replace("Voy.", "Voy a casa.").replace("to go", "ir"), encoding="utf-8")
    report = instance.import_file(path)
    assert report.added_count == 0
    assert report.losses == (
        Loss(LossKind.DIFFERENT_TEXT, "Example", line=11),
        Loss(LossKind.DIFFERENT_TEXT, "Meaning", line=17),
    )


def test_page_in_another_order_adds_nothing(instance: StudyAppInstance, tmp_path: Path) -> None:
    import_text(instance, tmp_path, "page.md", page_of(SECTIONS))
    shuffled = random.Random(1).sample(SECTIONS, len(SECTIONS))
    assert import_text(instance, tmp_path, "page.md", page_of(shuffled)).added_count == 0


def test_page_imported_by_a_released_version_is_recognized(tmp_path: Path) -> None:
    """Released versions numbered equal questions, and took the name of the file for the deck below an underlined heading."""
    neutral = LocalizedText.language_neutral
    released = [
        Note("d", f"n{number}", Basic(neutral("Example"), neutral(answer)), (part,), anki_guid=numbered_guid(QuestionKey("Verbs", "Example"), number))
        for number, (part, answer) in enumerate([("Ser", "Soy alto."), ("Ir", "Voy."), ("Dar", "Doy.")], 1)
    ]  # fmt: skip
    released += [
        Note("d", "m", Basic(neutral("Meaning"), neutral("edited here")), ("Ir",), anki_guid=numbered_guid(QuestionKey("page", "Meaning"), 1))
    ]  # fmt: skip
    instance = create_instance(tmp_path / "studyapp", released)
    sections = [("Estar", "Example", "Estoy."), *SECTIONS]
    examples = page_of([section for section in sections if section[1] == "Example"])
    assert import_text(instance, tmp_path, "page.md", examples).added_count == 1
    meanings = page_of([section for section in sections if section[1] == "Meaning"])
    path = tmp_path / "page.md"
    path.write_text(meanings.replace("# Verbs", "Verbs\n====="), encoding="utf-8")
    report = instance.import_file(path)
    assert (report.added_count, report.losses) == (0, (Loss(LossKind.DIFFERENT_TEXT, "Meaning", line=6),))
    instance.close()
