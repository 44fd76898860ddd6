"""The words of a PDF that typst set, in the order in which they stand in it; enough to compare, not to read any PDF."""

import re
import zlib

_OBJECT = re.compile(rb"(\d+) 0 obj\s*(.*?)endobj", re.DOTALL)
_STREAM = re.compile(rb"(.*?)stream\r?\n(.*?)\r?\nendstream", re.DOTALL)
_SHOWN = re.compile(rb"/(f\d+) [\d.]+ Tf|\((?:\\.|[^\\()]|\((?:\\.|[^\\()])*\))*\)|(BDC|EMC|ET)", re.DOTALL)
_MAPPED = re.compile(r"<([0-9a-f]{4})> <((?:[0-9a-f]{4})+)>", re.IGNORECASE)
_ESCAPED = re.compile(rb"\\([0-7]{3}|.)", re.DOTALL)
_SIGNS = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}


def words_of(pdf: bytes) -> list[str]:
    """Give the words of all pages."""
    objects = {int(number): body for number, body in _OBJECT.findall(pdf)}
    fonts = {
        name: _signs(objects[_reference(objects[int(font)], rb"/ToUnicode")])
        for name, font in re.findall(rb"/(f\d+) (\d+) 0 R", pdf)
    }
    pages = [objects[_reference(body, rb"/Contents")] for body in objects.values() if b"/Type/Page/" in body]
    return " ".join(_page(_stream(page), fonts) for page in pages).split()


def _reference(body: bytes, name: bytes) -> int:
    found = re.search(name + rb" (\d+) 0 R", body)
    assert found is not None
    return int(found[1])


def _stream(body: bytes) -> bytes:
    found = _STREAM.search(body)
    assert found is not None
    return zlib.decompress(found[2]) if b"FlateDecode" in found[1] else found[2]


def _signs(body: bytes) -> dict[int, str]:
    """Give what each glyph of a font stands for."""
    found = _MAPPED.findall(_stream(body).decode("latin-1"))
    return {int(glyph, 16): bytes.fromhex(sign).decode("utf-16-be") for glyph, sign in found}


def _page(content: bytes, fonts: dict[bytes, dict[int, str]]) -> str:
    said, font = "", fonts[b"f0"]
    for shown in _SHOWN.finditer(content):
        if shown[1]:
            font = fonts[shown[1]]
        elif shown[2]:
            said += " "
        else:
            glyphs = _ESCAPED.sub(_unescaped, shown[0][1:-1])
            said += "".join(font[int.from_bytes(glyphs[at : at + 2])] for at in range(0, len(glyphs), 2))
    return said


def _unescaped(found: re.Match[bytes]) -> bytes:
    sign = found[1]
    return bytes([int(sign, 8)]) if len(sign) > 1 else _SIGNS.get(sign, sign)
