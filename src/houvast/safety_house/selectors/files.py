"""Files as the house reads them: under the key of the file, and without a word or number of the case."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import BooleanField, ExpressionWrapper, Q, QuerySet

from houvast.directory.viewer import Viewer
from houvast.kernel.errors import NotVisible
from houvast.safety_house import scopes
from houvast.safety_house.models import FileAccess, HouseFile, ReferralAnswer, ReferralReturn
from houvast.safety_house.policy import FileFacts
from houvast.safety_house.rules import places
from houvast.safety_house.rules.content import (
    AnswerContent,
    ReferralContent,
    ReferralStanding,
    ReturnContent,
    read,
    standing,
)
from houvast.safety_house.rules.pieces import PieceKind
from houvast.vault.sealing import unseal

_JOINS = ("organisation", "key", "referral__by", "referral__municipality", "referral__answer", "referral__returned")


@dataclass(frozen=True, slots=True)
class FileLine:
    """A file as lists show it: about whom, as far as that was disclosed, from which municipality, and how it stands."""

    id: UUID
    about: str
    house: str
    municipality: str
    standing: ReferralStanding
    opened_at: datetime
    answer_before: datetime
    keep_until: date


@dataclass(frozen=True, slots=True)
class Participant:
    """Somebody with access to a file, or the whole house while it weighs (`member_id` is None)."""

    id: UUID
    member_id: UUID | None
    name: str
    organisation: str
    relation: str
    since: datetime


@dataclass(frozen=True, slots=True)
class FileNoteLine:
    """A note in a file."""

    author: str
    organisation: str
    written_at: datetime
    text: str


@dataclass(frozen=True, slots=True)
class FilePage:
    """A file whole. What the municipality wrote is what the referral disclosed; there is nothing more of the case."""

    line: FileLine
    facts: FileFacts
    by: str
    content: ReferralContent
    criteria: tuple[str, ...]
    legal_ground: str
    told_on: date | None
    tell_before: date | None
    pieces: tuple[tuple[PieceKind, str], ...]
    answer: AnswerContent | None
    returned: ReturnContent | None
    participants: tuple[Participant, ...]
    notes: tuple[FileNoteLine, ...]


def listed(viewer: Viewer, *, now: datetime, most: int) -> tuple[FileLine, ...]:
    """Give the files that the viewer sees: those that wait for an answer first, by term; in two queries."""
    waits = ExpressionWrapper(Q(referral__answer__isnull=True), output_field=BooleanField())
    ordered = _light(scopes.files(viewer, now=now)).order_by(waits.desc(), "-opened_at", "-id")
    rows = list(ordered[:most])
    about = _persons(viewer, rows, now)
    lines = [_line(row, about.get(row.referral_id, "")) for row in rows]
    return tuple(sorted(lines, key=lambda line: (line.standing is not ReferralStanding.ASKED, line.answer_before)))


def waiting(viewer: Viewer, *, now: datetime, most: int) -> int:
    """Count the referrals that wait for an answer of the viewer's house, up to `most`; in one query."""
    rows = scopes.files(viewer, now=now).filter(organisation_id=viewer.organisation_id, referral__answer__isnull=True)
    return len(rows.values_list("pk")[:most])


def file_page(viewer: Viewer, file_id: UUID, *, now: datetime) -> FilePage:
    """Give a file, in four queries. Raises `NotVisible`."""
    row = scopes.files(viewer, now=now).filter(pk=file_id).select_related(*_JOINS).first()
    if row is None:
        raise NotVisible
    referral, answer, returned = row.referral, _answer(row), _returned(row)
    people, pieces = _participants(viewer, file_id, row.organisation.name, now), _pieces(viewer, row, now)
    return FilePage(
        line=_line(row, dict(pieces).get(PieceKind.PERSONS, "")),
        facts=facts_of(row, people),
        by=f"{referral.by.name}, gemeente {referral.municipality.name}",
        content=read(ReferralContent, _open(row, referral.received_sealed, f"{places.REFERRAL}:{referral.id}")),
        criteria=tuple(text for _, text in referral.criteria),
        legal_ground=referral.legal_ground,
        told_on=referral.told_on,
        tell_before=referral.tell_before,
        pieces=pieces,
        answer=read(AnswerContent, _open(row, answer.received_sealed, f"{places.ANSWER}:{answer.id}"))
        if answer
        else None,
        returned=(
            read(ReturnContent, _open(row, returned.received_sealed, f"{places.RETURN}:{returned.id}"))
            if returned
            else None
        ),
        participants=people,
        notes=_notes(viewer, row, now),
    )


def facts_of(row: HouseFile, people: tuple[Participant, ...]) -> FileFacts:
    """Give a file, with its answer and return loaded, as facts for policies."""
    directors = {each.member_id for each in people if each.relation == FileAccess.Relation.DIRECTOR}
    return FileFacts(row.organisation_id, _standing(row), frozenset(each for each in directors if each is not None))


def _participants(viewer: Viewer, file_id: UUID, house: str, now: datetime) -> tuple[Participant, ...]:
    rows = scopes.participants(viewer, now=now).filter(file_id=file_id, withdrawn_at__isnull=True)
    return tuple(
        Participant(
            id=row.id,
            member_id=row.member_id,
            name=row.member.name if row.member else "",
            organisation=row.member.organisation.name if row.member else house,
            relation=row.relation,
            since=row.from_at,
        )
        for row in rows.select_related("member__organisation").order_by("from_at", "relation", "id")
    )


def _pieces(viewer: Viewer, row: HouseFile, now: datetime) -> tuple[tuple[PieceKind, str], ...]:
    found = {
        PieceKind(piece.kind): _open(row, piece.received_sealed, f"{places.PIECE}:{piece.id}")
        for piece in scopes.received(viewer, now=now).filter(referral_id=row.referral_id)
    }
    return tuple((kind, found[kind]) for kind in PieceKind if kind in found)


def _notes(viewer: Viewer, row: HouseFile, now: datetime) -> tuple[FileNoteLine, ...]:
    rows = scopes.notes(viewer, now=now).filter(file_id=row.id).select_related("author", "organisation")
    return tuple(
        FileNoteLine(
            note.author.name,
            note.organisation.name,
            note.written_at,
            _open(row, note.text_sealed, f"{places.NOTE}:{note.id}"),
        )
        for note in rows.order_by("-number")
    )


def _light(rows: QuerySet[HouseFile]) -> QuerySet[HouseFile]:
    """Leave what people wrote sealed and unread."""
    sealed = ("content_sealed", "received_sealed")
    of = ("referral", "referral__answer", "referral__returned")
    return rows.select_related(*_JOINS).defer(*(f"{each}__{field}" for each in of for field in sealed))


def _answer(row: HouseFile) -> ReferralAnswer | None:
    return getattr(row.referral, "answer", None)


def _returned(row: HouseFile) -> ReferralReturn | None:
    return getattr(row.referral, "returned", None)


def _standing(row: HouseFile) -> ReferralStanding:
    answer = _answer(row)
    return standing(answer.outcome if answer else None, returned=_returned(row) is not None)


def _persons(viewer: Viewer, rows: Sequence[HouseFile], now: datetime) -> dict[UUID, str]:
    """Give what was disclosed of whom each referral is about, in one query."""
    by_referral = {row.referral_id: row for row in rows}
    pieces = scopes.received(viewer, now=now).filter(referral_id__in=by_referral, kind=PieceKind.PERSONS)
    return {
        piece.referral_id: _open(by_referral[piece.referral_id], piece.received_sealed, f"{places.PIECE}:{piece.id}")
        for piece in pieces
    }


def _line(row: HouseFile, persons: str) -> FileLine:
    return FileLine(
        id=row.id,
        about=persons.partition("\n")[0].partition(",")[0].strip(),
        house=row.organisation.name,
        municipality=row.referral.municipality.name,
        standing=_standing(row),
        opened_at=row.opened_at,
        answer_before=row.referral.answer_before,
        keep_until=row.keep_until,
    )


def _open(row: HouseFile, sealed: bytes | memoryview, place: str) -> str:
    return unseal(row.key, sealed, place=place)
