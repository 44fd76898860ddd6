"""What comes in is what is in the list, by its bytes and by its name; what could run something does not."""

import io
import zipfile

import pytest

from houvast.documents.rules import archives, sniffing
from houvast.documents.rules.formats import ENDINGS, FORMATS, FileFormat
from houvast.documents.rules.refusing import NotAccepted
from houvast.documents.rules.sniffing import sniff
from tests.documents.files import HEIC, JPEG, PDF, PNG, TEXT, TIFF, archive, far_away, odf, office

HTML = b"<!DOCTYPE html><script>alert(1)</script>"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
ACCEPTED = {
    "Brief.pdf": (PDF, FileFormat.PDF),
    "IMG_1.JPG": (JPEG, FileFormat.JPEG),
    "foto.jpeg": (JPEG, FileFormat.JPEG),
    "scherm.png": (PNG, FileFormat.PNG),
    "scan.tif": (TIFF, FileFormat.TIFF),
    "IMG_2.HEIC": (HEIC, FileFormat.HEIC),
    "verslag.docx": (office(), FileFormat.WORD),
    "lijst.xlsx": (office("xl"), FileFormat.EXCEL),
    "presentatie.pptx": (office("ppt"), FileFormat.POWERPOINT),
    "verslag.odt": (odf(), FileFormat.ODF_TEXT),
    "lijst.ods": (odf("spreadsheet"), FileFormat.ODF_SHEET),
    "presentatie.odp": (odf("presentation"), FileFormat.ODF_SLIDES),
    "notitie.txt": (TEXT, FileFormat.TEXT),
    "met bom.txt": (b"\xef\xbb\xbf" + TEXT, FileFormat.TEXT),
    "bijlage.docx": (office("word", ("word/embeddings/lijst.xlsx", b"x")), FileFormat.WORD),
}
LONG_LIST = archive(("[Content_Types].xml", b"x"), *((f"word/{number}", b"") for number in range(4001)))
BOMB = archive(("[Content_Types].xml", bytes(300_000)), ("word/document.xml", b"x"))
LOCKED = bytearray(office())
LOCKED[LOCKED.index(b"PK\x01\x02") + 8] |= 1
TORN = office()[:-30]
FAR = far_away(office())
PACKED = archive(("[Content_Types].xml", b"<Types/>"), ("word/document.xml", b"<x/>"), method=zipfile.ZIP_LZMA)
HARMED = PACKED.replace(PACKED[60:70], bytes(10), 1)
REFUSED = {
    "leeg.pdf": (b"", sniffing.EMPTY),
    "pagina.html": (HTML, sniffing.MARKUP),
    "pagina.txt": (b"\xef\xbb\xbf\r\n " + HTML, sniffing.MARKUP),
    "plaatje.svg": (b"<svg xmlns='http://www.w3.org/2000/svg'/>", sniffing.MARKUP),
    "script.txt": (b"#!/bin/sh\nrm -rf /\n", sniffing.MARKUP),
    "setup.exe": (b"MZ\x90\x00" + bytes(99), sniffing.NOT_IN_LIST),
    "brief.pdf.exe": (b"MZ\x90\x00" + bytes(99), sniffing.NOT_IN_LIST),
    "film.mp4": (b"\x00\x00\x00\x18ftypmp42" + bytes(20), sniffing.NOT_IN_LIST),
    "dier.gif": (b"GIF89a" + bytes(40), sniffing.NOT_IN_LIST),
    "oud.txt": ("Eén keer".encode("cp1252"), sniffing.OLD_TEXT),
    "half.txt": (TEXT + b"\xc3", sniffing.OLD_TEXT),
    "verslag.doc": (OLE, sniffing.OLD_OFFICE),
    "met wachtwoord.docx": (OLE, sniffing.OLD_OFFICE),
    "verslag.docm": (office(), sniffing.WITH_MACROS),
    "alles.zip": (archive(("brief.pdf", PDF)), archives.NOT_OFFICE),
    "tekening.odg": (odf("graphics"), archives.NOT_OFFICE),
    "twee.docx": (office("word", ("xl/workbook.xml", b"x")), archives.NOT_OFFICE),
    "lang.docx": (LONG_LIST, archives.NOT_OFFICE),
    "macro.docx": (office("word", ("word/vbaProject.bin", b"x")), archives.CAN_RUN),
    "macro.xlsx": (office("xl", ("xl/macrosheets/sheet1.xml", b"x")), archives.CAN_RUN),
    "macro.odt": (odf("text", ("Basic/Standard/Module1.xml", b"x")), archives.CAN_RUN),
    "soort.docx": (office(types="ms-word.document.macroEnabled.main+xml"), archives.CAN_RUN),
    "object.docx": (office("word", ("word/embeddings/oleObject1.bin", b"x")), archives.CAN_RUN),
    "programma.odt": (odf("text", ("Pictures/a.exe", b"x")), archives.CAN_RUN),
    "slot.docx": (bytes(LOCKED), archives.LOCKED),
    "bom.docx": (BOMB, archives.BROKEN),
    "half.docx": (TORN, archives.BROKEN),
    "ver weg.docx": (FAR, archives.BROKEN),
    "anders ingepakt.docx": (PACKED, archives.BROKEN),
    "anders ingepakt en kapot.docx": (HARMED, archives.BROKEN),
    "rommel.docx": (b"PK\x03\x04" + bytes(99), archives.BROKEN),
    "half.pdf": (PDF[:-20], sniffing.BROKEN_PDF),
    "twee in een.pdf": (PDF + archive(("a.exe", b"MZ")), sniffing.TWO_IN_ONE),
    "twee in een.png": (PNG + archive(("a.exe", b"MZ"), comment=bytes(3000)), sniffing.TWO_IN_ONE),
    "ervoor.docx": (b"PK\x03\x04" + HTML + office(), archives.BROKEN),
    "erachter.docx": (office() + HTML, archives.BROKEN),
}


def _sniff(name: str, content: bytes) -> FileFormat:
    return sniff(io.BytesIO(content), len(content), name)


@pytest.mark.parametrize("name", ACCEPTED)
def test_what_is_in_the_list_comes_in(name: str) -> None:
    content, expected = ACCEPTED[name]
    assert _sniff(name, content) is expected


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_not_in_the_list_or_could_run_does_not(name: str) -> None:
    content, message = REFUSED[name]
    with pytest.raises(NotAccepted) as refused:
        _sniff(name, content)
    assert refused.value.message == message


@pytest.mark.parametrize(("name", "said"), [("brief.png", "eindigt op .png"), ("brief", "heeft geen einde")])
def test_a_name_that_says_something_else_is_told_what_it_is(name: str, said: str) -> None:
    with pytest.raises(NotAccepted, match=rf"{said}, maar de inhoud hoort bij \.pdf"):
        _sniff(name, PDF)


def test_text_is_text_to_its_end() -> None:
    with pytest.raises(NotAccepted):
        _sniff("lang.txt", TEXT * 9000 + b"\x00")


def test_a_part_that_is_damaged_is_said() -> None:
    whole = odf()
    said = b"application/vnd.oasis.opendocument.text"
    with pytest.raises(NotAccepted, match=r"niet heel"):
        _sniff("verslag.odt", whole.replace(said, said.upper(), 1))


def test_every_format_has_its_endings_and_no_ending_means_two_things() -> None:
    assert FORMATS.keys() == set(FileFormat)
    assert len(ENDINGS) == sum(len(known.endings) for known in FORMATS.values())


def test_what_an_embedded_document_is_is_said_by_what_its_name_ends_with() -> None:
    content = office("word", ("word/embeddings/lijst.v2.xlsx", b"x"))
    assert _sniff("verslag.docx", content) is FileFormat.WORD


def test_a_name_that_says_something_else_is_told_every_ending_that_is_right() -> None:
    with pytest.raises(NotAccepted, match=r"hoort bij \.jpg of \.jpeg\. Kies"):
        _sniff("brief.pdf", JPEG)
    with pytest.raises(NotAccepted, match=r"eindigt op \.x{20}, maar"):
        _sniff("brief." + "x" * 30, PDF)


def test_an_office_document_of_the_most_parts_comes_in_and_of_one_more_not() -> None:
    def of(parts: int) -> bytes:
        return archive(("[Content_Types].xml", b"x"), *((f"word/{number}", b"") for number in range(parts - 1)))

    assert _sniff("lang.docx", of(archives.MOST_PARTS)) is FileFormat.WORD
    with pytest.raises(NotAccepted):
        _sniff("lang.docx", of(archives.MOST_PARTS + 1))


def test_what_a_document_says_of_itself_may_hold_strange_bytes_and_is_then_no_office() -> None:
    content = archive(("mimetype", b"application/\xff"), ("content.xml", b"x"))
    with pytest.raises(NotAccepted) as refused:
        _sniff("verslag.odt", content)
    assert refused.value.message == archives.NOT_OFFICE
