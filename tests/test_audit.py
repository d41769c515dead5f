"""Reading the lock file and the report of pip-audit."""

from tools.audit import LOCK, Pin, batches, parse_report, pins

REPORT = """{"dependencies": [
{"name": "idna", "version": "3.20", "vulns": [{"id": "PYSEC-1", "fix_versions": ["9.8", "9.9"], "aliases": ["CVE-1"],
"description": "bad"}, {"id": "PYSEC-2", "fix_versions": [], "aliases": [], "description": "worse"}]},
{"name": "requests", "version": "2.34.2", "vulns": []},
{"name": "uv", "skip_reason": "Dependency not found on PyPI and could not be audited: uv (0.13.9)"}], "fixes": []}"""


def test_pins_of_every_platform_are_audited() -> None:
    lock = "# comment\nidna==3.20\ncolorama==0.4.6 ; sys_platform == 'win32'\n"
    assert pins(lock) == [Pin("idna", "3.20"), Pin("colorama", "0.4.6")]
    text = LOCK.read_text(encoding="utf-8")
    assert len(pins(text)) == text.count("==") - text.count(" == ")


def test_each_batch_has_one_version_of_a_package() -> None:
    one, two, other = Pin("a", "1"), Pin("a", "2"), Pin("b", "1")
    assert list(batches([one, other])) == [[one, other]]
    assert list(batches([one, two, other])) == [[one, other], [two]]
    assert list(batches([])) == []


def test_report_names_vulnerabilities_and_what_was_checked() -> None:
    report = parse_report(REPORT)
    assert report.findings == (
        "idna 3.20: PYSEC-1, fixed in: 9.8, 9.9",
        "idna 3.20: PYSEC-2, fixed in: none",
    )
    assert report.checked == {Pin("idna", "3.20"), Pin("requests", "2.34.2")}
