"""Small files of every kind, made here: all of their content is *verzonnen*."""

import io
import struct
import zipfile

PDF = b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n"
PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(40)
JPEG = b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01" + bytes(40) + b"\xff\xd9"
TIFF = b"II*\x00" + bytes(40)
HEIC = b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic" + bytes(40)
TEXT = "Ruben belde: hij komt één keer per week.\r\n".encode()
_TYPES = '<Types><Override ContentType="application/vnd.openxmlformats-officedocument.{}"/></Types>'


def archive(*parts: tuple[str, bytes], comment: bytes = b"", method: int = zipfile.ZIP_STORED) -> bytes:
    """Make an archive of these parts, in this order."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as made:
        for name, content in parts:
            made.writestr(name, content)
        made.comment = comment
    return out.getvalue()


def far_away(made: bytes) -> bytes:
    """Let an archive say that its first part begins further on than any file is long, in the 64 bits of its list."""
    first, listed, end = made.index(b"PK\x01\x02"), 46, made.rindex(b"PK\x05\x06")
    entry = list(struct.unpack("<4s4B4HL2L5H2L", made[first : first + listed]))
    name = made[first + listed : first + listed + entry[12]]
    extra = struct.pack("<HHQQQ", 1, 24, 0, 0, 2**63 + 5)
    entry[10], entry[11], entry[13], entry[18] = 0xFFFFFFFF, 0xFFFFFFFF, len(extra), 0xFFFFFFFF
    last = list(struct.unpack("<4s4H2LH", made[end:]))
    last[5] += len(extra)
    rest = made[first + listed + len(name) : end]
    packed = struct.pack("<4s4B4HL2L5H2L", *entry), struct.pack("<4s4H2LH", *last)
    return made[:first] + packed[0] + name + extra + rest + packed[1]


def office(folder: str = "word", *parts: tuple[str, bytes], types: str = "wordprocessingml.document.main+xml") -> bytes:
    """Make a document of Word ("word"), Excel ("xl") or PowerPoint ("ppt"), with more parts."""
    main = (f"{folder}/document.xml", b"<w:document/>")
    return archive(("[Content_Types].xml", _TYPES.format(types).encode()), main, *parts)


def odf(kind: str = "text", *parts: tuple[str, bytes]) -> bytes:
    """Make an OpenDocument, with more parts."""
    said = ("mimetype", f"application/vnd.oasis.opendocument.{kind}".encode())
    return archive(said, ("content.xml", b"<office:document-content/>"), *parts)
