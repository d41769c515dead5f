"""Cards as a CSV or TSV table."""

import csv
import io

TABLE_COLUMNS = ("deck", "note", "type", "section", "evidence", "tags", "question", "answer", "why")


def cards_to_csv(rows: list[dict[str, object]], separator: str) -> str:
    """The rows as a table with the columns `COLUMNS`, below a line of column names."""
    written = io.StringIO()
    table = csv.DictWriter(
        written, TABLE_COLUMNS, delimiter=separator, extrasaction="ignore", lineterminator="\n"
    )
    table.writeheader()
    for row in rows:
        tags = row["tags"]
        assert isinstance(tags, list)
        table.writerow({**row, "tags": " ".join(tags)})
    return written.getvalue()
