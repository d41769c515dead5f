"""Whether the study days of the newest entries are in order, or the clock was wrong for some time."""

import sqlite3


def are_newest_days_out_of_order(
    connection: sqlite3.Connection, device: str, tolerance: int, count: int = 1000
) -> bool:
    """Return whether, among the newest `count` entries, a study day of the device is more than `tolerance` days before
    an earlier one."""
    row = connection.execute(
        "SELECT EXISTS (SELECT 1 FROM (SELECT effective_day, max(effective_day) OVER (ORDER BY effective_at, seq) AS latest "
        "FROM (SELECT effective_day, effective_at, device, seq FROM entry "
        "ORDER BY effective_at DESC, device DESC, seq DESC LIMIT ?) WHERE device = ?) WHERE effective_day < latest - ?)",
        (count, device, tolerance),
    ).fetchone()
    return bool(row[0])
