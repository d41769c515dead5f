"""The commands `export`, `import` and `exchange`."""

import csv
import json
import zipfile
from pathlib import Path

import pytest
from anki.collection import Collection as Anki

from studyapp import paths
from studyapp.services.library.deck_folders import add_folder
from studyapp.store.collection import Collection
from studyapp.system_dependencies import collection_path, new_device_id
from tests.anki.anki_collections import import_into_anki
from tests.anki.ankiconnect_server import KEY, run_server
from tests.anki.hostile_packages import build_collection, build_package
from tests.cli.command_runner import (
    CommandResult,
    RunCommand,
    assert_one_line_error,
    date_reviews_in_the_future,
)


def test_export_writes_package(run: RunCommand, tmp_path: Path) -> None:
    target = tmp_path / "x.apkg"
    result = run("export", target, "--deck", "cities")
    assert result == (0, f"{target}: 2 notes, 2 cards. In Anki, choose File > Import.\n", "")
    assert zipfile.is_zipfile(target)


def test_export_with_progress_names_anki_import_options(run: RunCommand, tmp_path: Path) -> None:
    run("review", stdin="\n3\n4q")
    result = run("export", tmp_path / "x.apkg", "--with-progress")
    assert result.status == 0
    assert "2 notes, 2 cards, 2 reviews" in result.out
    assert "Import any learning progress" in result.out
    assert "replaces your whole Anki collection" in run("export", tmp_path / "x.colpkg").out


def test_export_reports_reviews_of_the_future(run: RunCommand, data_folder: Path, tmp_path: Path) -> None:
    run("review", stdin="\n4\n4q")
    date_reviews_in_the_future(data_folder)
    result = run("export", tmp_path / "x.apkg", "--with-progress")
    assert "  2 × Reviews dated in the future were left out." in result.out
    assert "2 notes, 2 cards." in result.out


def test_export_preview_lists_outcomes_without_writing(
    run: RunCommand, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paths, "find_anki_collections", list)
    target = tmp_path / "x.apkg"
    assert "2  New: cities/paris, cities/lima" in run("export", target, "--preview", "--deck", "cities").out
    assert not target.exists()
    run("export", target, "--deck", "cities")
    assert "2  Unchanged" in run("export", target, "--preview", "--deck", "cities").out
    (tmp_path / "collection.anki2").write_text("nothing")
    result = run("export", target, "--preview", "--anki", tmp_path / "collection.anki2")
    assert (result.status, result.out) == (1, "")
    assert "can't read the Anki collection" in result.err


def test_export_names_notes_that_are_no_longer_in_their_deck(
    run: RunCommand, deck_folder: Path, tmp_path: Path
) -> None:
    target, path = tmp_path / "x.apkg", deck_folder / "p.yaml"
    path.write_text(
        "deck: p\ntitle: P\nnotes:\n" + "".join(f"  - {{id: n{n}, front: f{n}, back: b}}\n" for n in range(9))
    )
    run("export", target)
    path.write_text(
        "deck: p\ntitle: P\nretired: [n1, n2, n3, n4, n5]\nnotes:\n  - {id: n0, front: f0, back: b}\n"
    )
    assert "8  Not deleted in Anki: no longer in StudyApp: p/n1" in run("export", target, "--preview").out
    result = run("export", target)
    assert "  8 × The note is no longer in its deck here." in result.out
    assert 'this search: "Identity:re:^p/(n1|n2|n3|n4|n5|n6|n7|n8)$"' in result.out
    assert [line.strip() for line in result.out.splitlines()[-8:]] == [f"p/n{n}" for n in range(1, 9)]
    assert "no longer" not in run("export", target).out


def test_import_prints_counts_and_reports_invalid_package(run: RunCommand, tmp_path: Path) -> None:
    target = tmp_path / "x.apkg"
    run("export", target, "--deck", "cities")
    assert run("import", target).out == f"{target}: 0 notes added, 2 already present, 0 reviews added\n"
    target.write_text("nothing")
    result = run("import", target)
    assert (result.status, result.out) == (1, "")
    assert "can't import" in result.err


def test_import_and_check_include_added_folders(run: RunCommand, data_folder: Path, tmp_path: Path) -> None:
    table, own_decks, added = tmp_path / "pairs.csv", data_folder / "decks", tmp_path / "added"
    table.write_text("one,1\n")
    run("import", table)
    added.mkdir()
    (own_decks / "pairs.yaml").rename(added / "pairs.yaml")
    with Collection(collection_path(data_folder), new_device_id) as collection:
        add_folder(collection, added)
    table.write_text("one,1\ntwo,2\n")
    assert "1 note added, 1 already present" in run("import", table).out
    assert list(own_decks.iterdir()) == []
    assert "two" in (added / "pairs.yaml").read_text()
    result = run("check")
    assert (result.status, result.out) == (0, "2 files, 4 notes, 0 problems\n")
    assert run("check", decks=added).out == "1 file, 2 notes, 0 problems\n"


def test_import_does_not_change_bundled_decks(run: RunCommand, data_folder: Path, tmp_path: Path) -> None:
    table, own_decks, bundled = tmp_path / "pairs.csv", data_folder / "decks", paths.bundled_decks_folder()
    table.write_text("one,1\n")
    run("import", table)
    bundled.mkdir()
    (own_decks / "pairs.yaml").rename(bundled / "pairs.yaml")
    before = (bundled / "pairs.yaml").read_bytes()
    table.write_text("one,1\ntwo,2\n")
    assert "1 note added, 1 already present" in run("import", table).out
    assert (bundled / "pairs.yaml").read_bytes() == before
    assert "two" in (own_decks / "pairs-2.yaml").read_text()


@pytest.mark.parametrize("suffix", ["csv", "tsv"])
def test_export_writes_table(run: RunCommand, tmp_path: Path, suffix: str) -> None:
    target = tmp_path / f"x.{suffix}"
    summary, loss = run("export", target, "--language", "en").out.splitlines()
    assert summary == f"{target}: 2 notes, 2 cards."
    assert loss.endswith("doesn't say which language a text is in. (cities/paris)")
    with target.open(newline="") as file:
        rows = list(csv.DictReader(file, delimiter={"csv": ",", "tsv": "\t"}[suffix]))
    cards = run("cards", "--json", "--language", "en").rows
    assert [(row["note"], row["question"], row["answer"]) for row in rows] == [
        (row["note"], row["question"], row["answer"]) for row in cards
    ]


def test_export_writes_markdown(run: RunCommand, deck_folder: Path, tmp_path: Path) -> None:
    (deck_folder / "p.yaml").write_text(
        "deck: p\ntitle: P\nnotes:\n  - {id: a, front: '1. *x*', back: '# b'}\n"
    )
    run("export", tmp_path / "x.md", "--deck", "p")
    assert (tmp_path / "x.md").read_text() == (
        '<!-- studyapp {"deck": "p"} -->\n\n# P\n\n<!-- studyapp {"note": "a"} -->\n\n## 1. *x*\n\n# b\n'
    )


def test_export_rejects_unknown_suffix(run: RunCommand, tmp_path: Path) -> None:
    result = run("export", tmp_path / "x.pdf")
    assert (result.status, list(tmp_path.glob("x.*"))) == (1, [])
    assert ".colpkg" in result.err


def test_export_names_missing_images(run: RunCommand, deck_folder: Path, tmp_path: Path) -> None:
    (deck_folder / "p.yaml").write_text(
        "deck: p\ntitle: P\nnotes:\n  - {id: a, front: '![x](no.png)', back: b}\n"
    )
    result = run("export", tmp_path / "x.apkg")
    assert result.status == 0
    assert (
        result.err
        == "studyapp: p/a: no.png was not exported (missing, too large or outside the deck's folder)\n"
    )


@pytest.mark.parametrize("relative_path", ["missing/x.apkg", "file/x.apkg", "decks.apkg"])
def test_export_to_unwritable_target_fails_with_one_line(
    run: RunCommand, tmp_path: Path, relative_path: str
) -> None:
    (tmp_path / "file").write_text("")
    (tmp_path / "decks.apkg").mkdir()
    result = run("export", tmp_path / relative_path)
    assert_one_line_error(result)
    assert str(tmp_path) in result.err
    assert {path.name for path in tmp_path.iterdir()} == {"data", "decks", "decks.apkg", "file"}


def test_exchange_prints_result_and_asks_for_api_key(
    run: RunCommand, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("review", stdin="\n3\n4q")
    anki = Anki(str(tmp_path / "collection.anki2"))
    with run_server(anki) as server:
        server.key = KEY
        address = f"127.0.0.1:{server.port}"
        result = run("exchange", "--address", address, "--deck", "cities")
        assert (result.status, result.out) == (3, "")
        assert "requires an API key" in result.err
        assert "Set STUDYAPP_ANKI_KEY to it." in result.err
        monkeypatch.setenv("STUDYAPP_ANKI_KEY", KEY)
        result = run("exchange", "--address", address, "--deck", "cities")
        assert (result.status, anki.note_count()) == (1, 0)
        assert "Profile in Anki: Ann" in result.out
        assert "To Anki: 2 new notes, 0 changed notes, 2 cards, 2 reviews" in result.out
        assert "nothing was changed; add --yes" in result.err
        result = run("exchange", "--address", address, "--deck", "cities", "--yes")
        assert result.err == ""
        assert "Notes in Anki: 2 added, 0 updated" in result.out
        assert anki.note_count() == 2
    anki.close()
    result = run("exchange", "--address", "http://10.1.1.1")
    assert (result.status, result.out) == (3, "")
    assert "another computer" in result.err


def test_exchange_names_retired_notes_and_deletes_them_in_anki_if_wanted(
    run: RunCommand, deck_folder: Path, tmp_path: Path
) -> None:
    path, target = deck_folder / "p.yaml", tmp_path / "x.apkg"
    old, kept = "  - {id: old, front: f, back: b}\n", "  - {id: kept, front: f2, back: b}\n"
    path.write_text(f"deck: p\ntitle: P\nnotes:\n{old}{kept}")
    run("export", target, "--deck", "p")
    anki = Anki(str(tmp_path / "collection.anki2"))
    import_into_anki(target, anki)
    path.write_text(f"deck: p\ntitle: P\nretired: [old]\nnotes:\n{kept}")
    with run_server(anki) as server:
        arguments = ("exchange", "--address", f"127.0.0.1:{server.port}", "--deck", "p", "--yes")
        result = run(*arguments)
        assert "1  retired here, kept in Anki; see --deleted-here: p/old" in result.out
        assert "Anki keeps them. Delete them there if you don't need them: p/old" in result.out
        assert anki.note_count() == 2
        result = run(*arguments, "--deleted-here", "delete")
        assert "1  retired here, deleted in Anki too: p/old" in result.out
        assert "Anki keeps them" not in result.out and anki.note_count() == 1
    anki.close()


HOSTILE_NAME = "x\x1b]0;title\x07\x1b[2J\x9b2J\u202egnp\u2066\r\n"


def test_control_characters_in_package_are_escaped(run: RunCommand, tmp_path: Path) -> None:
    name = json.dumps(HOSTILE_NAME)[1:-1]
    package = build_package(
        tmp_path / "x.apkg",
        {
            "collection.anki2": build_collection(
                f"UPDATE col SET models = replace(models, 'Basic', '{name}'), decks = replace(decks, 'Theirs', '{name}')",
                [f"front{HOSTILE_NAME}\x1f<img src='{HOSTILE_NAME}'>", f"{HOSTILE_NAME}\x1fback", "\x1f"],
            ),
            "media": HOSTILE_NAME.encode(),
        },
    )
    result = run("import", package)
    assert result.status == 0
    assert "x\\x1b]0;title\\x07" in result.out
    assert_printable(result)
    renamed = package.rename(tmp_path / f"{HOSTILE_NAME}.apkg")
    renamed.write_text("no package")
    assert_printable(run("import", renamed))
    run("cards")
    assert_printable(run("cards"))
    assert len(run("cards", "--json").rows) > 0
    assert_printable(run("cards", "--json"))


def assert_printable(result: CommandResult) -> None:
    """The output contains no control characters, and each message is on one line."""
    text = result.out + result.err
    assert all(character in "\n\t" or character.isprintable() for character in text)
    assert all(line for line in text.splitlines())
