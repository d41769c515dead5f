"""Importing questions and answers from Markdown files."""

from pathlib import Path

from studyapp.core.transfer.import_losses import LossKind
from tests.anki.studyapp_instance import StudyAppInstance
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


def test_images_of_markdown_file_are_copied(instance: StudyAppInstance, tmp_path: Path) -> None:
    (tmp_path / "img").mkdir()
    (tmp_path / "img" / "a.png").write_bytes(b"picture")
    (tmp_path.parent / "secret.png").write_bytes(b"secret")
    content = "above\n\n## One\n![x](img/a.png) ![](../secret.png) ![](/etc/passwd.png)\n"
    report = import_text(instance, tmp_path, "page.md", content)
    assert [loss.kind for loss in report.losses] == [LossKind.TEXT_BEFORE_FIRST_QUESTION]
    (picture,) = (instance.folder / "page-media").iterdir()
    assert picture.read_bytes() == b"picture"
    assert sides(instance, "page")[0][1].startswith(f"![x](page-media/{picture.name}) ![](../secret.png)")
