"""Write a sample export for tests of later versions: `python -m tests.anki.save_export FOLDER`.

It consists of a collection and a package exported from it, with a note of each type and notes imported from Anki with
custom note types. Run it when the stored export data changes and name the folder after the schema. Never overwrite a
saved folder: it represents existing user collections and exports.
"""

import sys
from datetime import UTC
from pathlib import Path
from tempfile import TemporaryDirectory

from anki.collection import Collection as Anki

from studyapp.core.text.localized_text import CardLanguages
from studyapp.services.library.library_refresh import refresh_library
from studyapp.services.options.clock import Clock
from studyapp.services.transfer.deck_export import export_decks
from studyapp.services.transfer.export_request import ExportRequest
from studyapp.services.transfer.file_import import import_file
from studyapp.store.collection import Collection
from tests.anki.anki_collections import add_note, export_package
from tests.services.study_driver import MORNING

DECKS = ("everything", "from-anki")
EXPORT, FROM_ANKI, COLLECTION = "export.apkg", "from-anki.apkg", "collection.db"

EVERYTHING = """\
deck: everything
title: {en: Everything, zh-Hant: 全部}
description: {en: One note of each type., zh-Hant: 每種一則。}
source: {title: A source, author: Somebody, date: 2023-02-17}
notes:
  - {id: plain, front: {en: What?, zh-Hant: 什麼？}, back: "This **one**", tags: [a, b::c], section: "1", why: Because}
  - {id: reversed, type: reversed, front: here, back: there}
  - {id: term, term: Term, translation: {zh-Hant: 術語}, definition: {en: A word, zh-Hant: 詞}}
  - {id: cloze, text: "One {{c1::two::hint}} three {{c3::four}}", requires: [plain]}
  - id: choice
    front: Which?
    options:
      - {text: right, right: true, why: It is}
      - wrong
  - {id: typed, type: typed, front: "59 times 61?", answer: "3599"}
  - {id: claim, claim: It came from code., evidence: hypothesis, why: Only correlation}
  - {id: tree, type: diagram, diagram: tree}
  - {id: table, type: diagram, diagram: table}
"""
TREE = """\
title: A tree
nodes:
  - {id: a, label: One, place: [0, 0], date: "2020", asks: 1}
  - {id: b, label: {en: Two, zh-Hant: 二}, place: [1, 1], kind: sort, asks: 2}
edges:
  - {from: a, to: b, label: leads to, unsure: true, asks: 3}
"""
TABLE = """\
title: A table
columns: [Name, Number]
rows:
  - [One, {text: "1", asks: 1}]
"""


def save(folder: Path) -> None:
    """Write decks, collection and packages to a new folder."""
    decks = folder / "decks"
    (decks / "diagrams").mkdir(parents=True)
    (decks / "everything.yaml").write_text(EVERYTHING, encoding="utf-8")
    (decks / "diagrams" / "tree.yaml").write_text(TREE, encoding="utf-8")
    (decks / "diagrams" / "table.yaml").write_text(TABLE, encoding="utf-8")
    with TemporaryDirectory() as anki_folder:
        _export_from_anki(Path(anki_folder)).replace(folder / FROM_ANKI)
    clock = Clock(lambda: MORNING, UTC)
    with Collection(folder / COLLECTION, lambda: "saved") as collection:
        refresh_library(collection, [decks], clock)
        import_file(collection, [decks], decks, folder / FROM_ANKI, clock)
        library, _ = refresh_library(collection, [decks], clock)
        assert sorted(library.deck_ids) == sorted(DECKS)
        assert not library.problems, [str(problem) for problem in library.problems]
        export_decks(
            collection,
            library,
            ExportRequest(DECKS, CardLanguages.ENGLISH_AND_TRADITIONAL, folder / EXPORT),
            clock,
        )
        collection.connection.execute("PRAGMA journal_mode = DELETE")  # a single file without a log


def _export_from_anki(folder: Path) -> Path:
    """Export notes of three types: one kept as HTML, one converted to Markdown, one built into Anki."""
    anki = Anki(str(folder / "collection.anki2"))
    for name, back in (
        ("Furigana", "{{furigana:Back}}<script>1</script>"),
        ("Vocabulary", "{{FrontSide}}<hr>{{Back}}"),
    ):
        model = anki.models.new(name)
        for field in ("Front", "Back"):
            anki.models.add_field(model, anki.models.new_field(field))
        template = anki.models.new_template("Card 1")
        template["qfmt"], template["afmt"] = "{{Front}}", back
        anki.models.add_template(model, template)
        anki.models.add(model)
    add_note(anki, "Furigana", "<u>漢字</u>", " 漢字[かんじ]", deck="From Anki")
    add_note(anki, "Vocabulary", "Haus", "<b>house</b>", deck="From Anki", tags=("german",))
    add_note(anki, "Cloze", "{{c1::one}} and {{c2::two}}", "", deck="From Anki")
    exported = export_package(anki, folder)
    anki.close()
    return exported


if __name__ == "__main__":
    save(Path(sys.argv[1]))
