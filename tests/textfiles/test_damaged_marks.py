"""Pages whose marks were damaged in an editor."""

from pathlib import Path

import pytest

from studyapp.core.transfer.import_losses import LossKind
from tests.anki.studyapp_instance import StudyAppInstance


@pytest.mark.parametrize(
    "values",
    [
        '"tags": 5',
        '"tags": null',
        '"tags": "abc"',
        '"requires": true',
        '"requires": [1]',
        '"section": {}',
        '"guid": 7',
        '"note": null',
        '"type": ["basic"]',
    ],
)
def test_note_with_a_value_of_the_wrong_type_is_skipped(
    tmp_path: Path, instance: StudyAppInstance, values: str
) -> None:
    page = tmp_path / "page.md"
    page.write_text(
        '<!-- studyapp {"deck": "d"} -->\n\n# D\n\n'
        f'<!-- studyapp {{"note": "one", {values}}} -->\n\n## Question\n\nAnswer\n\n'
        '<!-- studyapp {"note": "two"} -->\n\n## Second\n\nAnswer\n'
    )
    report = instance.import_file(page)
    assert report.added_count == 1
    ((kind, excerpt, _, line),) = report.losses
    assert (kind, excerpt, line) == (LossKind.ROW_WITH_UNKNOWN_VALUE, "Question", 5)


def test_half_a_surrogate_pair_is_no_text(tmp_path: Path, instance: StudyAppInstance) -> None:
    page = tmp_path / "page.md"
    page.write_text(
        '<!-- studyapp {"deck": "d"} -->\n\n# D\n\n'
        '<!-- studyapp {"note": "one", "guid": "\\ud800"} -->\n\n## Question\n\nAnswer\n\n'
        '<!-- studyapp {"note": "two"} -->\n\n## Second\n\nAnswer\n'
    )
    report = instance.import_file(page)
    assert report.added_count == 1
    assert [loss.kind for loss in report.losses] == [LossKind.TEXT_OUTSIDE_NOTES]
