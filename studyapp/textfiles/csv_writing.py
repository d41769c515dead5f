"""Writing of cards as a CSV or TSV table."""

import csv
import io

TABLE_COLUMNS = ("deck", "note", "type", "section", "evidence", "tags", "question", "answer", "why")


def cards_to_csv(rows: list[dict[str, object]], separator: str) -> str:
    """Return the rows as a table with a header row and the columns `TABLE_COLUMNS`. Other keys are ignored."""
    output = io.StringIO()
    writer = csv.DictWriter(
        output, TABLE_COLUMNS, delimiter=separator, extrasaction="ignore", lineterminator="\n"
    )
    writer.writeheader()
    for row in rows:
        tags = row["tags"]
        assert isinstance(tags, list)
        writer.writerow({**row, "tags": " ".join(tags)})
    return output.getvalue()
