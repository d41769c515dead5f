"""Reading the results of mutmut."""

from tools.mutation import read_score, survivors_by_module

STATS = {
    "killed": 70, "survived": 5, "total": 100, "no_tests": 4, "skipped": 0, "suspicious": 1, "timeout": 6,
    "check_was_interrupted_by_user": 0, "segfault": 1, "caught_by_type_check": 13, "not_checked": 0,
}  # fmt: skip
RESULTS = """
    studyapp.core.study.fuzz.x_fuzz_interval__mutmut_17: survived
    studyapp.core.study.fuzz.x_round__mutmut_2: no tests
    studyapp.core.study.fuzz.x_round__mutmut_3: timeout
    studyapp.core.cards.card.xǁCardǁid__mutmut_1: survived
"""


def test_score_counts_what_tests_and_the_type_checker_notice() -> None:
    assert read_score(STATS) == (90, 100)
    assert read_score(STATS).share == 0.9
    assert read_score(STATS | {"total": 0}).share == 0.0


def test_survivors_are_counted_by_module() -> None:
    assert survivors_by_module(RESULTS.splitlines()) == {
        "studyapp.core.study.fuzz": 2,
        "studyapp.core.cards.card": 1,
    }
