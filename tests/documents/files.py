"""Small files of every kind, made here: all of their content is *verzonnen*."""

import io
import zipfile

PDF = b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n"
PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(40)
JPEG = b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01" + bytes(40) + b"\xff\xd9"
TIFF = b"II*\x00" + bytes(40)
HEIC = b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic" + bytes(40)
TEXT = "Ruben belde: hij komt één keer per week.\r\n".encode()
_TYPES = '<Types><Override ContentType="application/vnd.openxmlformats-officedocument.{}"/></Types>'


def archive(*parts: tuple[str, bytes], comment: bytes = b"") -> bytes:
    """Make an archive of these parts, in this order."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        for name, content in parts:
            made.writestr(name, content)
        made.comment = comment
    return out.getvalue()


def office(folder: str = "word", *parts: tuple[str, bytes], types: str = "wordprocessingml.document.main+xml") -> bytes:
    """Make a document of Word ("word"), Excel ("xl") or PowerPoint ("ppt"), with more parts."""
    main = (f"{folder}/document.xml", b"<w:document/>")
    return archive(("[Content_Types].xml", _TYPES.format(types).encode()), main, *parts)


def odf(kind: str = "text", *parts: tuple[str, bytes]) -> bytes:
    """Make an OpenDocument, with more parts."""
    said = ("mimetype", f"application/vnd.oasis.opendocument.{kind}".encode())
    return archive(said, ("content.xml", b"<office:document-content/>"), *parts)
