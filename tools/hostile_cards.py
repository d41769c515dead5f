"""Cards that try to read local files, use the network and start programs, as a deck file and as an Anki package."""

import json
import struct
import warnings
import zipfile
import zlib
from html import escape
from pathlib import Path
from typing import NamedTuple

import genanki

ADDRESS = "http://127.0.0.1:9"
"""Where the cards would connect to: the discard port of this machine."""

DECK_ID = "hostile"
PACKAGE_DECK = "Hostile package"


class HostileCards(NamedTuple):
    """The files written, and the number of cards in each of them."""

    deck_file: Path
    package: Path
    deck_card_count: int
    package_card_count: int


def write_hostile_cards(folder: Path, canary: Path) -> HostileCards:
    """Write the deck with its media to `folder/decks` and the package to `folder`. The cards refer to files in
    `canary`, which is created."""
    _write_canary(canary)
    decks = folder / "decks"
    media = decks / f"{DECK_ID}-media"
    media.mkdir(parents=True)
    for name, content in _media(canary).items():
        (media / name).write_bytes(content)
    (media / "link.png").symlink_to(canary / "secret.png")
    (decks / "link.png").symlink_to(canary / "secret.png")
    html = _html(canary)
    notes = [*_deck_notes([*_markdown(canary), *html]), *_custom_notes(html)]
    deck = {
        "deck": DECK_ID,
        "title": f"<img src='{canary}/secret.png'>",
        "note_types": {"custom": {"name": "Custom", "fields": ["Front", "Back"], "cards": [_template(html)]}},
        "notes": [*notes, {"id": "refused", "diagram": f"../../../..{canary}/secret"}],
    }
    deck_file = decks / f"{DECK_ID}.yaml"
    deck_file.write_text(json.dumps(deck, ensure_ascii=False), encoding="utf-8")  # JSON is YAML
    package = folder / "hostile.apkg"
    _write_package(package, html, canary)
    return HostileCards(deck_file, package, len(notes), len(html))


def _template(html: list[str]) -> dict[str, str]:
    return {
        "name": "Card",
        "front": f"{html[2]}{{{{Front}}}}",
        "back": f"{{{{FrontSide}}}}{html[0]}{{{{Back}}}}",
    }


def _html(canary: Path) -> list[str]:
    secret, relative = f"{canary}/secret", f"{'../' * 20}{str(canary).lstrip('/')}/secret"
    sources = (
        f"file://{secret}.png", f"FILE://{secret}.png", f"{secret}.png", f"{relative}.png", "link.png", "pull.svg",
        "plain.png", f"{ADDRESS}/a.png", "//127.0.0.1:9/b.png", f"qrc:{secret}.png", "data:image/svg+xml;base64,PHN2Zy8+",
        "disguised.png", f"masked:rect,1,0.1,0.1,0.5,0.5:{secret}.png",
    )  # fmt: skip
    images = "".join(f'<img src="{escape(source)}"> ' for source in sources)
    links = (f"file://{secret}.txt", f"{secret}.txt", f"{relative}.txt", "javascript:alert(1)", f"{ADDRESS}/x",
             "ssh://-oProxyCommand=touch/x", "smb://127.0.0.1/x", "secret.txt")  # fmt: skip
    return [
        f"<p>Images {images}</p>",
        f"<p>Links {''.join(f'<a href={escape(link)!r}>a long link text</a> ' for link in links)}</p>",
        f'<link rel="stylesheet" href="file://{secret}.css"><style>@import url("file://{secret}.css"); '
        f'p {{ background-image: url({secret}.png) }}</style><p style="background: url({secret}.png)">Styles</p>',
        f'<table background="file://{secret}.png"><tr><td background="{secret}.png">Backgrounds</td></tr></table>',
        f'<base href="{ADDRESS}/"><meta http-equiv="refresh" content="0;url={ADDRESS}/r"><iframe src="{secret}.txt">'
        f'</iframe><object data="{secret}.txt"></object><embed src="{ADDRESS}/e"><video src="{ADDRESS}/v" autoplay>'
        f'</video><audio src="{secret}.mp3" autoplay></audio><script src="{ADDRESS}/s"></script>Elements',
        f'<svg xmlns:xlink="http://www.w3.org/1999/xlink"><image href="{secret}.png"/><image xlink:href="{secret}.png"/>'
        f'<use href="file://{secret}.svg#a"/></svg>Inline SVG',
        f'<!DOCTYPE x [<!ENTITY e SYSTEM "file://{secret}.txt">]><p>Entity &e;</p><?php readfile("{secret}.txt")?>',
        f"[latex]\\input{{{secret}.txt}}\\immediate\\write18{{touch {canary}/written}}[/latex] [$]\\include{{{secret}}}[/$]",
        f"[sound:{secret}.mp3] [sound:../../secret.mp3] [sound:--script={secret}.lua] [sound:{ADDRESS}/a.mp3]",
        f'<form action="{ADDRESS}/f"><input type="image" src="{secret}.png"><button formaction="{ADDRESS}/b">Form'
        f'</button></form><img src="x" onerror="location=\'file://{secret}.txt\'">',
    ]  # fmt: skip


def _markdown(canary: Path) -> list[str]:
    names = (f"{canary}/secret.png", f"file://{canary}/secret.png", "../link.png", "link.png", "hostile-media/link.png",
             "hostile-media/disguised.png", "hostile-media/pull.svg", f"{ADDRESS}/a.png",
             f"..%2f..%2f..{canary}/secret.png")  # fmt: skip
    images = " ".join(f"![picture]({name})" for name in names)
    links = (
        f"[a long link text](file://{canary}/secret.txt) [another]({canary}/secret.txt) [web]({ADDRESS}/x)"
    )
    return [
        images,
        links,
        f"```\n{images}\n```",
        f"$$\\input{{{canary}/secret.txt}}$$ [sound:{canary}/secret.mp3]",
    ]


def _deck_notes(texts: list[str]) -> list[dict[str, object]]:
    """Return a note with one card for each text, in turn of three types."""
    notes: list[dict[str, object]] = []
    for number, text in enumerate(texts):
        options = [{"text": text, "right": True, "why": text}, {"text": "wrong"}]
        fields: tuple[dict[str, object], ...] = (
            {"front": text, "back": text},
            {"type": "typed", "front": text, "answer": "a", "why": text},
            {"type": "choice", "front": text, "options": options},
        )
        notes.append({"id": f"card-{number}", **fields[number % len(fields)]})
    return notes


def _custom_notes(html: list[str]) -> list[dict[str, object]]:
    return [
        {"id": f"custom-{number}", "type": "custom", "fields": {"Front": f"{number} {text}", "Back": text}}
        for number, text in enumerate(html)
    ]


def _write_package(path: Path, html: list[str], canary: Path) -> None:
    """Write a package whose note type, notes, media and names of media files are hostile."""
    css = f'@import url("file://{canary}/secret.css"); .card {{ background: url("{canary}/secret.png") }}'
    side = f'{html[2]}{{{{Front}}}}<script>new Image().src="file://{canary}/secret.png"</script>'
    note_type = genanki.Model(
        1_700_000_001, f"<img src='{canary}/secret.png'>", fields=[{"name": "Front"}, {"name": "Back"}],
        templates=[{"name": "Card", "qfmt": side, "afmt": f"{{{{FrontSide}}}}<hr>{html[0]}{{{{Back}}}}"}], css=css,
    )  # fmt: skip
    deck = genanki.Deck(1_700_000_002, PACKAGE_DECK)
    for number, text in enumerate(html):
        deck.add_note(genanki.Note(note_type, [f"{number} {text}", text], guid=f"hostile-{number}"))
    plain = path.with_suffix(".plain")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # genanki recognizes HTML that is not valid
        genanki.Package(deck).write_to_file(str(plain))
    media = {
        **_media(canary),
        f"{canary}/written": b"x",
        "../../written": b"x",
        "..\\written": b"x",
        "-rf": b"x",
    }
    with zipfile.ZipFile(plain) as source, zipfile.ZipFile(path, "w") as target:
        target.writestr("collection.anki2", source.read("collection.anki2"))
        target.writestr("media", json.dumps({str(index): name for index, name in enumerate(media)}))
        for index, content in enumerate(media.values()):
            target.writestr(str(index), content)
        target.writestr(f"../../..{canary}/written", b"x")
    plain.unlink()


def _media(canary: Path) -> dict[str, bytes]:
    """Return images by their file name: one that is what it says, and SVGs that refer to other files."""
    svg = (
        f'<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY x SYSTEM "file://{canary}/secret.txt">]>'
        f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="9" height="9">'
        f'<image xlink:href="{canary}/secret.png" width="9" height="9"/><image href="{ADDRESS}/a.png" width="9" height="9"/>'
        f"<text>&x;</text></svg>"
    ).encode()
    return {"plain.png": _png(), "pull.svg": svg, "disguised.png": svg}


def _write_canary(folder: Path) -> None:
    folder.mkdir(parents=True)
    for name in ("secret.txt", "secret.css", "secret.mp3", "secret.lua"):
        (folder / name).write_text("secret", encoding="utf-8")
    (folder / "secret.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"/>', encoding="utf-8")
    (folder / "secret.png").write_bytes(_png())


def _png() -> bytes:
    """Return a PNG image of one black pixel."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        return (
            struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
        )

    header = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(b"\0\0"))
        + chunk(b"IEND", b"")
    )
