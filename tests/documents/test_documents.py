"""Documents: added by who takes part, seen by the parts of notes, in versions that stay, read out as they came in."""

import os
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from uuid import UUID

import pytest

from houvast.audit.models import Entry
from houvast.cases.models import Access
from houvast.cases.rules.matrix import Part, Relation
from houvast.cases.selectors.contents import parts_seen
from houvast.cases.services.agree_stay import agree_stay
from houvast.documents import events, store
from houvast.documents.incoming import NO_ROOM, NOT_WHOLE, IncomingFile, too_large
from houvast.documents.models import Document, DocumentVersion
from houvast.documents.rules.adding import DocumentKind
from houvast.documents.rules.sniffing import BROKEN_PDF
from houvast.documents.selectors.asked import case_of_document
from houvast.documents.selectors.downloading import download
from houvast.documents.selectors.reading import of_case, page, sees_some
from houvast.documents.services.add_document import add_document
from houvast.kernel.errors import Conflict, Invalid, NotVisible, Refused
from houvast.kernel.ids import new_id
from tests.documents.files import PDF, TEXT
from tests.documents.worlds import REPORT, WPG, Filed, add, incoming, on_disk, redact
from tests.stays import stay_of
from tests.worlds import NOW, make_world

CARE = replace(REPORT, name="Brief van de huisarts", part=Part.CARE_NOTES)


def _names(filed: Filed, who: str) -> dict[str, str | None]:
    return {line.part.value: line.name for line in of_case(filed.viewer(who), filed.case_id, now=NOW)}


def _current(document_id: UUID) -> UUID:
    return Document.objects.get(pk=document_id).current_id


def _bytes(filed: Filed, version_id: UUID, who: str = "sanne") -> bytes:
    return b"".join(download(filed.viewer(who), version_id, now=NOW).pieces())


def test_a_document_is_read_as_it_came_in(filed: Filed) -> None:
    document = filed.add(replace(REPORT, kind=DocumentKind.LETTER), incoming(PDF, "Brief van de buren.pdf"))
    found = page(filed.viewer("sanne"), document, now=NOW)
    (version,) = found.versions
    assert (found.line.name, found.line.kind, found.line.by) == (REPORT.name, DocumentKind.LETTER, version.by)
    assert (version.number, version.file_name, version.size) == (1, "Brief van de buren.pdf", len(PDF))
    sent = download(filed.viewer("sanne"), version.id, now=NOW)
    assert (sent.media_type, sent.size, b"".join(sent.pieces())) == ("application/pdf", len(PDF), PDF)


def test_nothing_of_a_document_is_readable_in_the_database_or_on_the_disk(filed: Filed) -> None:
    document = filed.add(file=incoming(TEXT, "Ruben.txt"))
    version = DocumentVersion.objects.get(document_id=document)
    row = Document.objects.get(pk=document)
    for sealed in (row.name_sealed, version.file_name_sealed, store.place_of(version.id).read_bytes()):
        assert b"Ruben" not in bytes(sealed)
    assert (row.ground, row.organisation_id, row.retention_from) == ("wmo", filed.world.organisation.id, NOW.date())


def test_the_log_says_that_it_was_added_without_its_name(filed: Filed) -> None:
    document = filed.add(CARE)
    entry = Entry.objects.get(event=events.DOCUMENT_ADDED.code)
    assert (entry.case, entry.subject_id) == (filed.case_id, document)
    assert entry.details == {"part": "care_notes", "shared": False, "format": "text"}


def test_a_new_version_stands_beside_the_old_one_which_can_still_be_read(filed: Filed) -> None:
    document = filed.add()
    first = _current(document)
    second = filed.change(document, first, incoming(PDF, "verslag.pdf"))
    assert _current(document) == second
    assert [each.number for each in page(filed.viewer("sanne"), document, now=NOW).versions] == [2, 1]
    assert (_bytes(filed, first), _bytes(filed, second)) == (TEXT, PDF)


def test_who_did_not_see_the_newest_version_is_told(filed: Filed) -> None:
    document = filed.add()
    first = _current(document)
    filed.change(document, first)
    before = on_disk()
    with pytest.raises(Conflict):
        filed.change(document, first)
    assert {each for each in on_disk() - before if "onderweg" not in each.parts} == set()


def test_care_and_justice_are_seen_as_notes_are(filed: Filed) -> None:
    """By hand after docs/wie-ziet-wat.md: a case of phase 2 that Sanne directs, Marit opened, and nobody shared."""
    sanne = filed.world.actor("sanne")
    for part in (Part.GENERAL_NOTES, Part.CARE_NOTES, Part.JUSTICE_NOTES):
        add(sanne, filed.case_id, part, shared=False)
    assert _names(filed, "sanne") == {
        part: f"Verslag: {part}" for part in ("general_notes", "care_notes", "justice_notes")
    }
    _let_see(filed, "bram", Relation.PROCESS_DIRECTOR, Part.GENERAL_NOTES, Part.CARE_SUMMARY, Part.JUSTICE_SUMMARY)
    assert _names(filed, "bram") == {
        "general_notes": "Verslag: general_notes",
        "care_notes": None,
        "justice_notes": None,
    }
    _let_see(filed, "bram", Relation.CASE_DIRECTOR, Part.CARE_NOTES)
    assert _names(filed, "bram")["care_notes"] is None
    add(sanne, filed.case_id, Part.CARE_NOTES, shared=True, word="Gedeeld")
    assert "Gedeeld" in {line.name for line in of_case(filed.viewer("bram"), filed.case_id, now=NOW)}


def _let_see(filed: Filed, who: str, relation: Relation, *parts: Part) -> None:
    example = Access.objects.filter(case_id=filed.case_id, relation=Relation.CASE_DIRECTOR).first()
    assert example is not None
    for part in (Part.BAND, *parts):
        example.pk, example.part, example.relation = new_id(), part.value, relation.value
        example.member_id = filed.world.id(who)
        example.save(force_insert=True)


def test_an_agreement_with_another_municipality_names_no_documents(filed: Filed) -> None:
    document = filed.add()
    there = make_world("opsterland", "Opsterland")
    stay = replace(stay_of(there), parts=["general_notes"])
    agree_stay(actor=filed.world.actor("sanne"), now=NOW, case_id=filed.case_id, new=stay)
    host = Filed(there, filed.case_id).viewer("sanne")
    assert Part.GENERAL_NOTES in parts_seen(host, filed.case_id, now=NOW)
    assert of_case(host, filed.case_id, now=NOW) == ()
    assert not sees_some(host, filed.case_id, now=NOW)
    with pytest.raises(NotVisible):
        page(host, document, now=NOW)


def test_who_sees_a_heading_gets_no_name_no_version_and_no_byte(filed: Filed) -> None:
    document = filed.add(CARE)
    _let_see(filed, "bram", Relation.PROCESS_DIRECTOR, Part.CARE_SUMMARY)
    bram = filed.viewer("bram")
    found = page(bram, document, now=NOW)
    assert (found.line.name, found.versions, found.copies) == (None, (), ())
    assert sees_some(bram, filed.case_id, now=NOW)
    with pytest.raises(NotVisible):
        download(bram, _current(document), now=NOW)


def test_who_sees_nothing_is_told_that_nothing_is_there_and_stands_in_the_log(filed: Filed) -> None:
    document = filed.add()
    there = make_world("opsterland", "Opsterland")
    outside = Filed(there, filed.case_id)
    assert of_case(outside.viewer("sanne"), filed.case_id, now=NOW) == ()
    for attempt in (partial(outside.change, document, _current(document)), outside.add):
        with pytest.raises(NotVisible):
            attempt()
    entry = Entry.objects.get(event=events.DOCUMENT_VERSION_ADDED.code)
    assert (entry.outcome, entry.case, entry.subject_id) == ("refused", filed.case_id, document)
    assert case_of_document(_current(document)) == filed.case_id
    assert case_of_document(new_id()) is None


def test_who_does_not_lead_adds_nothing_and_who_does_not_read_changes_nothing(filed: Filed) -> None:
    document = filed.add(CARE)
    _let_see(filed, "bram", Relation.PROCESS_DIRECTOR, Part.CARE_SUMMARY)
    before = on_disk()
    for attempt in (partial(filed.add, who="bram"), partial(filed.change, document, new_id(), who="bram")):
        with pytest.raises(Refused):
            attempt()
    assert {each for each in on_disk() - before if "onderweg" not in each.parts} == set()


def test_who_takes_part_adds_to_their_own_contribution_and_reads_no_other(filed: Filed) -> None:
    filed.add()
    _let_see(filed, "bram", Relation.TASK_OWNER, Part.TASK)
    own = filed.add(CARE, who="bram")
    filed.change(own, _current(own), who="bram")
    assert _names(filed, "bram") == {"care_notes": CARE.name}
    assert _names(filed, "sanne") == {"general_notes": REPORT.name, "care_notes": None}


def test_a_redacted_copy_is_a_document_of_its_own(filed: Filed) -> None:
    original = filed.add(CARE)
    copy = redact(filed.world.actor("sanne"), original)
    (seen,) = page(filed.viewer("sanne"), copy, now=NOW).copies
    assert (seen.other_id, seen.other_name, seen.is_of_this, seen.redaction) == (original, CARE.name, False, WPG)
    (back,) = page(filed.viewer("sanne"), original, now=NOW).copies
    assert (back.other_id, back.is_of_this) == (copy, True)


def test_who_reads_the_copy_does_not_see_that_there_is_an_original(filed: Filed) -> None:
    original = filed.add(CARE)
    copy = redact(filed.world.actor("sanne"), original)
    _let_see(filed, "bram", Relation.PROCESS_DIRECTOR, Part.GENERAL_NOTES)
    assert [line.id for line in of_case(filed.viewer("bram"), filed.case_id, now=NOW)] == [copy]
    assert page(filed.viewer("bram"), copy, now=NOW).copies == ()


def _unfinished() -> IncomingFile:
    file = IncomingFile("verslag.txt")
    file.add(TEXT)
    return file


def _too_large() -> IncomingFile:
    file = IncomingFile("verslag.txt")
    file.size = 2**40
    file.add(b"x")
    file.finish()
    return file


def _changed_on_its_way() -> IncomingFile:
    file = incoming()
    file.path.write_bytes(bytes(40))
    return file


def _gone_on_its_way() -> IncomingFile:
    file = incoming()
    file.path.unlink()
    return file


@pytest.mark.parametrize(
    ("file", "message"),
    [
        (lambda: incoming(PDF[:-9], "half.pdf"), BROKEN_PDF),
        (_unfinished, NOT_WHOLE),
        (_too_large, None),
        (_changed_on_its_way, NOT_WHOLE),
        (_gone_on_its_way, NOT_WHOLE),
    ],
)
def test_a_file_that_does_not_come_in_is_said_at_its_field_and_nothing_is_written(
    filed: Filed, file: Callable[[], IncomingFile], message: str | None
) -> None:
    document = filed.add()
    attempts: tuple[Callable[..., UUID], ...] = (filed.add, partial(filed.change, document, _current(document)))
    for attempt in attempts:
        with pytest.raises(Invalid) as wrong:
            attempt(file=file())
        assert wrong.value.problems == {"file": message or too_large()}
    assert DocumentVersion.objects.count() == 1


def test_everything_that_is_wrong_is_said_at_once(filed: Filed) -> None:
    original = filed.add()
    with pytest.raises(Invalid) as wrong:
        filed.add(replace(REPORT, name=" "), incoming(b"", "leeg.txt"))
    assert wrong.value.problems.keys() == {"name", "file"}
    with pytest.raises(Invalid) as wrong:
        redact(filed.world.actor("sanne"), original, word=" ")
    assert wrong.value.problems.keys() == {"name", "file", "left_out", "why", "ground_words"}


def test_a_disk_that_is_full_at_the_last_moment_is_said_and_leaves_nothing(
    filed: Filed, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = incoming()
    before = on_disk()
    monkeypatch.setattr(os, "fsync", _full)
    with pytest.raises(Invalid) as wrong:
        filed.add(file=file)
    assert wrong.value.problems == {"file": NO_ROOM}
    assert on_disk() < before
    assert not Document.objects.exists()


def _full(_: int) -> None:
    raise OSError


def test_pressing_twice_adds_one(filed: Filed) -> None:
    original, once = filed.add(), new_id()
    sanne = filed.world.actor("sanne")
    press = partial(add_document, actor=sanne, now=NOW, case_id=filed.case_id, new=REPORT, document_id=once)
    press(file=incoming())
    with pytest.raises(Conflict):
        press(file=incoming())
    copy = redact(sanne, original)
    with pytest.raises(Conflict):
        redact(sanne, original, document_id=copy)


@pytest.mark.parametrize("harm", ["changed", "shorter", "gone", "of another"])
def test_a_file_that_is_not_what_it_was_is_not_read_out(filed: Filed, harm: str) -> None:
    version, other = _current(filed.add()), _current(filed.add())
    place = store.place_of(version)
    if harm == "changed":
        place.write_bytes(bytes(len(place.read_bytes())))
    elif harm == "shorter":
        place.write_bytes(b"")
    elif harm == "of another":
        place.write_bytes(store.place_of(other).read_bytes())
    else:
        store.remove(version)
    sent = download(filed.viewer("sanne"), version, now=NOW)
    assert sent.file is None
    assert list(sent.pieces()) == []
    assert sent.file_name == "verslag.txt"
