"""Errors in the program: one line for the user and a report in a file."""

import os
import traceback
from pathlib import Path

from studyapp.cli.common import EXIT_UNEXPECTED_ERROR, report_failure
from studyapp.diagnostics.exception_formatting import describe_error, format_exception
from studyapp.diagnostics.program_log import logs_folder
from studyapp.diagnostics.report_file import write_crash_report

TRACEBACK_VARIABLE = "STUDYAPP_TRACEBACK"
"""The environment variable that also prints the traceback with the message of the exception, which may quote a card."""


def report_unexpected_error(error: Exception, data_folder: Path) -> int:
    """Write a report, print where it is, and return the exit status."""
    if os.environ.get(TRACEBACK_VARIABLE):
        traceback.print_exception(error)
    report = write_crash_report(logs_folder(data_folder), format_exception(error))
    outcome = f"a report was written to {report}" if report else "no report could be written"
    return report_failure(f"unexpected error ({describe_error(error)}); {outcome}", EXIT_UNEXPECTED_ERROR)
