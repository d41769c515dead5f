"""What `tools/fuzz.py` feeds: seeds, and functions that read an input as the program would."""

import contextlib
import io
import json
import wave
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from studyapp.core.transfer.unreadable_file import UnreadableFileError

ROOT = Path(__file__).parents[1]
COLLECTION_NAME = "collection.anki2"

Feed = Callable[[bytes], object]


@dataclass(frozen=True)
class Target:
    """`prepare` returns a function that reads one input; `wrap` makes an input from mutated data."""

    seeds: Callable[[], list[bytes]]
    prepare: Callable[[Path], Feed]
    wrap: Callable[[bytes], bytes] = lambda data: data


@cache
def _deck_seeds() -> list[bytes]:
    return [path.read_bytes()[:20_000] for path in sorted((ROOT / "decks").glob("*.yaml"))]


def _prepare_deck(folder: Path) -> Feed:
    from studyapp.core.cards.card import cards_of
    from studyapp.core.rendering.face import render_face
    from studyapp.core.text.localized_text import CardLanguages
    from studyapp.deckfiles.reading.deck_reading import read_deck_bytes

    def feed(data: bytes) -> None:
        result = read_deck_bytes(data, folder / "deck.yaml")
        for note in result.deck.notes if result.deck else ():
            for card in cards_of(note):
                render_face(card, CardLanguages.ENGLISH, 0)

    return feed


@cache
def _markup_seeds() -> list[bytes]:
    return [
        b"# Title\n\n- a **bold** `code`\n- b\n\n| a | b |\n| --- | --- |\n| 1 | 2 |\n\n```python\nx = 1\n```\n",
        b"{{c1::Paris::city}} is the capital of {{c2::France}}. \\(x^2\\) <b>bold</b>",
        b"<div><table><tr><td>a</td><td><img src='a.png' onerror=x></td></tr></table></div>",
        b"<ruby>a<rt>b</rt></ruby> <span style='color:red'>red</span> &amp; &lt; &#8364; [sound:a.mp3]",
        "漢字 مرحبا 😀 ﷽ \u202e\u2067".encode(),
    ]


def _prepare_markup(folder: Path) -> Feed:
    from PySide6.QtWidgets import QApplication

    from studyapp.anki.field_markdown.html_to_markdown import convert_to_markdown
    from studyapp.core.rendering.html_sanitizing import sanitize_html
    from studyapp.core.rendering.markdown_rendering import render_cloze_question, render_markdown
    from studyapp.ui.card.card_view import CardView

    application = QApplication.instance() or QApplication([])
    view = CardView()

    def feed(data: bytes) -> None:
        text = data.decode(errors="replace")
        convert_to_markdown(text)
        for html in (render_markdown(text), render_cloze_question(text, 1), sanitize_html(text, "media")):
            view.show_html(html, folder)
        application.processEvents()

    return feed


@cache
def _package_seeds() -> list[bytes]:
    """Return the database and the media list of a package that the program writes, each with a mark in front."""
    import tempfile

    from studyapp.core.text.localized_text import CardLanguages
    from studyapp.services.library.library_refresh import refresh_library
    from studyapp.services.transfer.deck_export import export_decks
    from studyapp.services.transfer.export_request import ExportRequest
    from studyapp.store.collection import Collection
    from studyapp.system_dependencies import system_clock

    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        (folder / "decks").mkdir()
        (folder / "decks" / "a.yaml").write_text("deck: a\ntitle: A\nnotes:\n- {id: a, front: b, back: c}\n")
        with Collection(folder / "collection.db", lambda: "here") as collection:
            library = refresh_library(collection, [folder / "decks"], system_clock()).library
            request = ExportRequest(library.deck_ids, CardLanguages.ENGLISH, folder / "a.apkg", True)
            export_decks(collection, library, request, system_clock())
        with zipfile.ZipFile(folder / "a.apkg") as package:
            name = next(name for name in package.namelist() if name.startswith("collection."))
            database, media = package.read(name), package.read("media")
        return [b"D" + database, b"M" + media, b"P" + (folder / "a.apkg").read_bytes()]


def _wrap_package(data: bytes) -> bytes:
    """Put a mutated database or media list into a package. Mutated packages stay as they are."""
    kind, content = data[:1], data[1:]
    if kind == b"P":
        return content
    seeds = _package_seeds()
    database = content if kind == b"D" else seeds[0][1:]
    media = content if kind == b"M" else seeds[1][1:]
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        package.writestr(COLLECTION_NAME, database)
        package.writestr("media", media)
    return buffer.getvalue()


def _prepare_package(folder: Path) -> Feed:
    from studyapp.anki.reading.package_reading import open_package

    path = folder / "in.apkg"

    def feed(data: bytes) -> None:
        path.write_bytes(data)
        with contextlib.suppress(UnreadableFileError), open_package(path) as package:
            for name in package.media_names:
                package.read_media(name)

    return feed


@cache
def _table_seeds() -> list[bytes]:
    return [
        b'front,back\nCapital of France?,Paris\n"a, b","say ""hi"""\n',
        b"#separator:tab\n#html:true\n#deck column:1\n#tags column:4\nd\tq\ta\tt u\n",
        "問題;答え\n一;二\n".encode(),
        "\ufeffa|b\n=1+1|@x\n".encode("utf-16"),
    ]


def _prepare_table(folder: Path) -> Feed:
    from studyapp.textfiles.content_identity import NO_KNOWN_NOTES
    from studyapp.textfiles.csv_reading import read_csv
    from studyapp.textfiles.markdown_reading import read_markdown

    table, page = folder / "in.csv", folder / "in.md"

    def feed(data: bytes) -> None:
        table.write_bytes(data)
        page.write_bytes(data)
        with contextlib.suppress(UnreadableFileError):
            read_csv(table, lambda _: False)
        with contextlib.suppress(UnreadableFileError):
            read_markdown(page, NO_KNOWN_NOTES)

    return feed


@cache
def _media_seeds() -> list[bytes]:
    pictures = sorted((ROOT / "docs" / "pictures").glob("*.gif")) + sorted(
        (ROOT / "resources" / "icons").glob("*.png")
    )
    svg = b"<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><rect width='9' height='9'/></svg>"
    return [*(path.read_bytes()[:20_000] for path in pictures[:4]), svg]


def _prepare_media(folder: Path) -> Feed:
    from PySide6.QtWidgets import QApplication

    from studyapp.ui.card.card_view import CardView

    application = QApplication.instance() or QApplication([])
    view = CardView()

    def feed(data: bytes) -> None:
        for suffix in ("png", "gif", "jpg", "webp", "svg"):
            (folder / f"in.{suffix}").write_bytes(data)
            view.show_html(f'<img src="in.{suffix}">', folder)
        application.processEvents()

    return feed


@cache
def _sound_seeds() -> list[bytes]:
    sounds = ROOT / "tests" / "ui" / "sound" / "files"
    wave_file = io.BytesIO()
    with wave.open(wave_file, "wb") as sound:
        sound.setparams((2, 2, 8000, 0, "NONE", ""))
        sound.writeframes(bytes(range(256)) * 8)
    return [wave_file.getvalue(), (sounds / "tone.mp3").read_bytes(), (sounds / "tone.flac").read_bytes()]


def _prepare_sound(folder: Path) -> Feed:
    from studyapp.ui.sound.sound_decoding import decode, open_sound
    from studyapp.ui.sound.sound_header import UnplayableSoundError

    path = folder / "in.mp3"

    def feed(data: bytes) -> None:
        path.write_bytes(data)
        with contextlib.suppress(UnplayableSoundError):
            for _ in decode(open_sound(path)):
                pass

    return feed


@cache
def _formula_seeds() -> list[bytes]:
    fixture = json.loads(
        (ROOT / "tests" / "core" / "rendering" / "latex" / "formulas.json").read_text(encoding="utf-8")
    )
    return [
        *(formula["latex"].encode() for formula in fixture),
        b"\\frac{" * 12 + b"x" + b"}{y}" * 12,
        b"\\left(" * 15 + b"x" + b"\\right)" * 15,
        b"x^{" * 20 + b"y" + b"}" * 20,
        b"a^b" * 300,
        b"\\begin{matrix}" + b"a&" * 60 + b"\\\\" * 40 + b"\\end{matrix}",
    ]


def _prepare_formula(folder: Path) -> Feed:
    from PySide6.QtCore import QRectF
    from PySide6.QtGui import QImage, QPainter
    from PySide6.QtWidgets import QApplication

    from studyapp.core.rendering.html_sanitizing import sanitize_html
    from studyapp.core.rendering.markdown_rendering import render_cloze_question, render_markdown
    from studyapp.ui.card.card_view import CardView

    application = QApplication.instance() or QApplication([])
    view = CardView()
    view.resize(600, 400)

    def feed(data: bytes) -> None:
        latex = data.decode(errors="replace")
        for html in (
            render_markdown(f"$${latex}$$"),
            render_markdown(latex),
            render_cloze_question(f"\\({latex[:100]}{{{{c1::{latex[100:200]}}}}}{latex[200:]}\\)", 1),
            sanitize_html(f"[$]{latex}[/$]", "media"),
        ):
            view.show_html(html, folder)
            image = QImage(600, 3000, QImage.Format.Format_RGB32)
            painter = QPainter(image)
            view.document().drawContents(painter, QRectF(0, 0, 600, 3000))
            painter.end()
        application.processEvents()

    return feed


TARGETS = {
    "formula": Target(_formula_seeds, _prepare_formula),
    "deck": Target(_deck_seeds, _prepare_deck),
    "markup": Target(_markup_seeds, _prepare_markup),
    "package": Target(_package_seeds, _prepare_package, _wrap_package),
    "table": Target(_table_seeds, _prepare_table),
    "media": Target(_media_seeds, _prepare_media),
    "sound": Target(_sound_seeds, _prepare_sound),
}
