"""Exceptions in reports: types and places, and nothing that may come from a card."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studyapp.core.text.translatable import TranslatableError
from studyapp.diagnostics.exception_formatting import describe_error, error_identity, format_exception
from studyapp.store import errors
from studyapp.store.errors import StoreError

SECRET = "mitochondria"


def caught(function: Callable[[], object]) -> Exception:
    try:
        function()
    except Exception as error:  # noqa: BLE001
        return error
    raise AssertionError("no exception")


def raise_error(error: Exception) -> None:
    raise error


def test_frames_are_listed_with_file_line_and_function() -> None:
    lines = format_exception(caught(lambda: raise_error(ValueError(SECRET)))).splitlines()
    assert [line.rpartition(":")[2].strip() for line in lines] == [
        "caught",
        "test_frames_are_listed_with_file_line_and_function.<locals>.<lambda>",
        "raise_error",
        "ValueError",
    ]
    assert all(line.startswith("test_exception_formatting.py:") for line in lines[:3])


@given(st.text(min_size=3))
def test_messages_are_left_out(text: str) -> None:
    text = f"«{text}»"
    for kind in (Exception, ValueError, KeyError, TypeError, RuntimeError, OSError, sqlite3.OperationalError):
        assert text not in format_exception(caught(lambda kind=kind: raise_error(kind(text))))  # type: ignore[misc]


def test_causes_and_contexts_are_listed_without_their_messages() -> None:
    def fail() -> None:
        try:
            int(SECRET)
        except ValueError:
            try:
                raise KeyError(SECRET)
            except KeyError as error:
                raise RuntimeError(SECRET) from error

    text = format_exception(caught(fail))
    assert [kind for kind in ("RuntimeError", "KeyError", "ValueError") if kind in text.splitlines()] == [
        "RuntimeError",
        "KeyError",
        "ValueError",
    ]
    assert SECRET not in text


def test_deep_recursion_is_shortened() -> None:
    def recurse() -> None:
        recurse()

    lines = format_exception(caught(recurse)).splitlines()
    assert len(lines) == 82
    assert "more frames" in lines[30]
    assert lines[-1] == "RecursionError"


def test_details_that_do_not_come_from_cards_are_kept() -> None:
    unknown: object = None
    database = sqlite3.connect(":memory:")
    assert describe_error(caught(lambda: unknown.title)) == (  # type: ignore[attr-defined]
        "AttributeError: NoneType has no attribute title"
    )
    assert (
        describe_error(caught(lambda: Path(f"/{SECRET}").read_bytes()))
        == "FileNotFoundError: ENOENT, No such file or directory"
    )
    assert describe_error(caught(lambda: b"\xff".decode())) == "UnicodeDecodeError: utf-8, invalid start byte"
    assert describe_error(caught(lambda: database.execute(f"SELECT {SECRET}"))) == (
        "sqlite3.OperationalError: SQLITE_ERROR"
    )
    database.close()


def test_translatable_error_is_described_by_its_template() -> None:
    error = StoreError(errors.NOT_WRITABLE, Path(f"/home/{SECRET}/collection.db"))
    assert describe_error(error).startswith("studyapp.store.errors.StoreError: Can't write {path}. ")
    assert SECRET not in describe_error(error)
    assert describe_error(TranslatableError("No {name}", name=SECRET)).endswith(
        "TranslatableError: No {name}"
    )


def test_same_error_has_the_same_identity() -> None:
    def fail(number: int) -> None:
        if number:
            raise ValueError(number)
        raise ValueError

    def identity(number: int) -> object:
        return error_identity(caught(lambda: fail(number)))

    assert identity(1) == identity(2)
    assert identity(0) != identity(1)


@pytest.mark.parametrize("kind", [KeyError, IndexError])
def test_identity_depends_on_the_type(kind: type[Exception]) -> None:
    assert error_identity(caught(lambda: raise_error(kind()))) != error_identity(
        caught(lambda: raise_error(ValueError()))
    )
