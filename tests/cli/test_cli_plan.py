"""The command `plan`."""

from datetime import timedelta
from pathlib import Path

from studyapp.core.cards.card_id import CardId
from studyapp.core.study.journal import EntryKind
from studyapp.core.study.study_day import calendar_date
from studyapp.services.journal.journal_writing import CardAction, append_actions
from studyapp.store.collection import Collection
from studyapp.system_dependencies import collection_path, new_device_id, system_clock
from tests.cli.command_runner import RunCommand

EMPTY: dict[str, object] = {"exams": [], "days_off": [], "new_cards_paused_until": None}


def date_in(days: int) -> str:
    return (calendar_date(system_clock().today()) + timedelta(days)).isoformat()


def test_nothing_is_planned_at_first(run: RunCommand) -> None:
    assert run("plan", "list", "--json").rows == [EMPTY]
    assert run("plan").out == "Nothing is planned.\n"


def test_exam_is_added_listed_and_removed(run: RunCommand) -> None:
    result = run("plan", "add-exam", "Geography", date_in(20), "--deck", "cities", "--target", "85")
    assert result.status == 0
    assert f"Geography, {date_in(20)}: 2 cards. 20 days left, 1 new card today. About " in result.out
    assert run("plan").out == result.out
    (row,) = run("plan", "list", "--json").rows
    (exam,) = row["exams"]
    assert (exam["name"], exam["date"], exam["search"], exam["target"]) == (
        "Geography", date_in(20), 'deck:"cities"', 0.85,
    )  # fmt: skip
    assert (exam["cards"], exam["new_cards"], exam["new_cards_today"], exam["days_left"]) == (2, 2, 1, 20)
    assert 0 < exam["expected_low"] <= exam["expected"] <= exam["expected_high"] <= 1
    assert run("plan", "remove-exam", "Geography").status == 0
    assert run("plan", "list", "--json").rows == [EMPTY]
    missing = run("plan", "remove-exam", "Geography")
    assert (missing.status, missing.err) == (1, "studyapp: there is no exam named Geography\n")


def test_cards_of_an_exam_are_searched(run: RunCommand) -> None:
    assert "1 card." in run("plan", "add-exam", "Europe", date_in(9), "--search", "tag:europe").out
    wrong = run("plan", "add-exam", "Europe", date_in(9), "--search", "(tag:europe", "--replace")
    assert wrong.status == 1 and "^" in wrong.err
    assert run("plan", "list", "--json").rows[0]["exams"][0]["cards"] == 1
    assert "no card matches" in run("plan", "add-exam", "Asia", date_in(9), "--search", "tag:asia").err


def test_exam_that_cannot_be_planned_is_refused(run: RunCommand) -> None:
    for arguments, message in (
        (("Now", date_in(0)), "The exam must be after today."),
        (("  ", date_in(3)), "Enter a name for the exam."),
        (("A", date_in(3), "--target", "100"), "Enter a target from 50 to 99 percent."),
        (("A", date_in(3), "--deck", "rivers"), "rivers"),
    ):
        result = run("plan", "add-exam", *arguments)
        assert result.status == 1
        assert message in result.err
    assert run("plan", "list", "--json").rows == [EMPTY]


def test_cards_due_after_the_exam_are_brought_forward_on_request(run: RunCommand) -> None:
    run("review", stdin="\n4\n4q")
    added = run("plan", "add-exam", "Soon", date_in(3), "--target", "99")
    assert "2 cards due after the exam; --bring-forward moves them before it." in added.out
    assert (
        "2 cards brought forward."
        in run("plan", "add-exam", "Soon", date_in(3), "--target", "99", "--replace", "--bring-forward").out
    )
    assert "due after" not in run("plan", "add-exam", "Soon", date_in(3), "--target", "99", "--replace").out


def test_exam_with_the_name_of_another_is_refused_unless_it_replaces_it(run: RunCommand) -> None:
    run("plan", "add-exam", "Geography", date_in(9), "--deck", "cities")
    again = run("plan", "add-exam", "  geography ", date_in(30))
    assert again.status == 1
    assert again.err == "studyapp: there already is an exam named Geography; --replace plans it anew\n"
    assert run("plan", "list", "--json").rows[0]["exams"][0]["date"] == date_in(9)
    assert run("plan", "add-exam", "geography", date_in(30), "--replace").status == 0
    (exam,) = run("plan", "list", "--json").rows[0]["exams"]
    assert (exam["name"], exam["date"], exam["search"]) == ("geography", date_in(30), "")
    assert run("plan", "add-exam", "geography", date_in(0), "--replace").status == 1


def test_days_off_are_previewed_marked_and_removed(run: RunCommand) -> None:
    run("review", stdin="\n4\n4q")
    days = (date_in(3), date_in(20))
    preview = run("plan", "add-days-off", *days, "--dry-run")
    assert preview.out.startswith("2 reviews due on 18 days off.\nNot moved: ")
    assert run("plan", "list", "--json").rows == [EMPTY]
    assert (
        "Moved before: 0 minutes more on each of 3 days"
        in run("plan", "add-days-off", *days, "--move", "before").out
    )
    assert run("plan", "list", "--json").rows[0]["days_off"] == [{"first": days[0], "last": days[1]}]
    assert run("plan").out == f"Days off: {days[0]} to {days[1]}.\n"
    assert "0 reviews due" in run("plan", "add-days-off", *days, "--dry-run").out
    run("plan", "remove-days-off", date_in(4), date_in(20))
    assert run("plan").out == f"Day off: {date_in(3)}.\n"


def test_days_off_in_the_past_or_of_years_are_refused(run: RunCommand) -> None:
    assert run("plan", "add-days-off", date_in(-3)).err == "studyapp: These days are over.\n"
    assert "The last day is before the first day." in run("plan", "add-days-off", date_in(3), date_in(1)).err
    assert (
        "These are 498 days. Choose at most 366." in run("plan", "add-days-off", date_in(3), date_in(500)).err
    )
    assert run("plan", "add-days-off", date_in(0), "--move", "before").err == (
        "studyapp: no day is left before these days\n"
    )


def test_days_off_are_merged_and_removed_in_part(run: RunCommand) -> None:
    for first, last in ((0, 2), (5, 8), (3, 4), (2, 6)):
        assert run("plan", "add-days-off", date_in(first), date_in(last)).status == 0
    assert run("plan").out == f"Days off: {date_in(0)} to {date_in(8)}.\n"
    assert run("plan", "remove-days-off", date_in(3), date_in(7)).status == 0
    assert run("plan").out == f"Days off: {date_in(0)} to {date_in(2)}.\nDay off: {date_in(8)}.\n"
    wrong = run("plan", "remove-days-off", date_in(8), date_in(7))
    assert (wrong.status, wrong.err) == (1, "studyapp: The last day is before the first day.\n")
    none = run("plan", "remove-days-off", date_in(4))
    assert (none.status, none.err) == (1, "studyapp: none of these days is a day off\n")


def make_overdue(data_folder: Path) -> None:
    """Make both cards overdue."""
    clock = system_clock()
    with Collection(collection_path(data_folder), new_device_id) as collection:
        actions = [
            CardAction(CardId("cities", note, 1), EntryKind.SET_DUE, due_day=clock.today() - 9)
            for note in ("paris", "lima")
        ]
        append_actions(collection, actions, clock.now(), clock.today())


def test_overdue_cards_are_spread_and_new_cards_pause(run: RunCommand, data_folder: Path) -> None:
    run("review", stdin="\n4\n4q")
    assert run("plan", "spread-overdue").out == "No cards are overdue.\n"
    make_overdue(data_folder)
    preview = run("plan", "spread-overdue", "--dry-run", "--days", "2")
    assert preview.out.startswith(("2 overdue cards over 2 days, ", "2 overdue cards over 1 day, "))
    assert run("plan").out == "Nothing is planned.\n"
    (row,) = run("plan", "spread-overdue", "--json").rows
    assert (row["overdue"], row["minutes_a_day"], row["days_without_reviews"]) == (2, 20, 0)
    assert row["days"] == [{"date": date_in(0), "cards": 2}]
    assert row["new_cards_paused_until"] == date_in(1)
    assert run("plan").out == f"New cards are paused until {date_in(1)}.\n"
    assert run("plan", "list", "--json").rows[0]["new_cards_paused_until"] == date_in(1)
    assert run("plan", "spread-overdue").out == "No cards are overdue.\n"
    run("plan", "resume-new-cards")
    assert run("plan", "list", "--json").rows == [EMPTY]


def test_overdue_cards_are_spread_without_a_pause(run: RunCommand, data_folder: Path) -> None:
    run("review", stdin="\n4\n4q")
    make_overdue(data_folder)
    spread = run("plan", "spread-overdue", "--minutes", "30", "--no-pause")
    assert spread.out == f"2 overdue cards over 1 day, 30 minutes of reviews a day.\n{date_in(0)}      2\n"
    assert run("plan", "list", "--json").rows == [EMPTY]


def test_impossible_plans_for_overdue_cards_are_refused(run: RunCommand, data_folder: Path) -> None:
    run("review", stdin="\n4\n4q")
    make_overdue(data_folder)
    assert "60 days at most" in run("plan", "spread-overdue", "--days", "61").err
    assert run("plan", "spread-overdue", "--minutes", "0").status == 2
    run("plan", "add-days-off", date_in(0), date_in(1))
    assert run("plan", "spread-overdue", "--days", "2").err == "studyapp: all of these days are off\n"
    run("plan", "add-days-off", date_in(2), date_in(58))
    run("plan", "remove-days-off", date_in(0))
    assert run("plan", "spread-overdue", "--days", "1").status == 0
