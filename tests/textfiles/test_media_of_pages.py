"""Pictures and sounds of exported pages that are imported beside other files with the same names."""

from pathlib import Path

import pytest

from tests.anki.studyapp_instance import StudyAppInstance


@pytest.mark.parametrize(
    ("name", "link", "new_link"),
    [
        ("a b.png", "![label](a%20b.png)", "![label]({stem}.png)"),
        ("ä.png", "![](%C3%A4.png)", "![]({stem}.png)"),
        ("a.png", "![](<a.png>)", "![](<{stem}.png>)"),
        ("a.mp3", "hear [sound:a.mp3]", "hear [sound:{stem}.mp3]"),
    ],
)
def test_file_with_the_name_of_another_one_is_renamed(
    tmp_path: Path, instance: StudyAppInstance, name: str, link: str, new_link: str
) -> None:
    for number in (1, 2):
        folder = tmp_path / f"pages{number}"
        folder.mkdir()
        (folder / name).write_text(f"file {number}")
        page = folder / "page.md"
        page.write_text(
            '<!-- studyapp {"deck": "d"} -->\n\n# D\n\n'
            f'<!-- studyapp {{"note": "n{number}"}} -->\n\n## Question {number}\n\n{link}\n'
        )
        report = instance.import_file(page)
        assert (report.added_count, report.losses) == (1, ())
    (new_file,) = [path for path in instance.folder.glob(f"*{Path(name).suffix}") if path.name != name]
    assert (instance.folder / name).read_text() == "file 1" and new_file.read_text() == "file 2"
    text = (instance.folder / "d.yaml").read_text()
    assert link in text
    assert new_link.format(stem=new_file.stem.replace(" ", "%20")) in text
