"""Referrals as the municipality reads them: under the key of the case."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from houvast.cases.selectors.contents import parts_seen
from houvast.directory.viewer import Viewer
from houvast.safety_house import scopes
from houvast.safety_house.models import LookBack, Referral, ReferralAnswer, ReferralReturn
from houvast.safety_house.rules import places
from houvast.safety_house.rules.content import (
    AnswerContent,
    LookBackContent,
    ReferralContent,
    ReferralStanding,
    ReferralStep,
    ReturnContent,
    read,
    standing,
)
from houvast.safety_house.rules.pieces import PieceKind, pieces_for
from houvast.vault.models import Key
from houvast.vault.sealing import unseal

_JOINS = ("house", "by", "answer", "returned", "look_back")


@dataclass(frozen=True, slots=True)
class ReferralMark:
    """How a referral stands, without a word of it. `moved_at` is since when; `returns` is its number in its case."""

    id: UUID
    case_id: UUID
    house: str
    standing: ReferralStanding
    answer_before: datetime
    moved_at: datetime
    returns: int
    looked_back: bool
    inside: bool
    steps: tuple[ReferralStep, ...]


@dataclass(frozen=True, slots=True)
class ReferralLine:
    """A referral whole, as far as the viewer sees its pieces; what is not there yet is None."""

    mark: ReferralMark
    number: int
    at: datetime
    by: str
    content: ReferralContent
    criteria: tuple[str, ...]
    legal_ground: str
    told_on: date | None
    tell_before: date | None
    pieces: tuple[tuple[PieceKind, str], ...]
    hidden: tuple[PieceKind, ...]
    answer: AnswerContent | None
    answered_on: date | None
    answered_how: str
    returned: ReturnContent | None
    returned_on: date | None
    look_back: LookBackContent | None


def marks(viewer: Viewer, case_ids: Collection[UUID], *, now: datetime) -> tuple[ReferralMark, ...]:
    """Give how the referrals of cases stand, newest first, in one query."""
    rows = scopes.referrals(viewer, now=now).filter(case_id__in=case_ids).select_related(*_JOINS)
    sealed = ("content_sealed", "received_sealed")
    joined = (f"{name}__{field}" for name in ("answer", "returned") for field in sealed)
    rows = rows.defer(*sealed, *joined, "look_back__content_sealed")
    return tuple(_mark(row) for row in rows.order_by("-at", "-number", "id"))


def of_case(viewer: Viewer, case_id: UUID, *, now: datetime) -> tuple[ReferralLine, ...]:
    """Give the referrals of a case, newest first, in five queries."""
    rows = scopes.referrals(viewer, now=now).filter(case_id=case_id).select_related(*_JOINS, "case__key")
    found = list(rows.order_by("-number"))
    ids = [row.id for row in found]
    pieces: dict[UUID, list[tuple[PieceKind, str]]] = {each: [] for each in ids}
    for piece in scopes.pieces(viewer, now=now).filter(referral_id__in=ids).select_related("case__key").order_by("id"):
        text = unseal(piece.case.key, piece.text_sealed, place=f"{places.PIECE}:{piece.id}")
        pieces[piece.referral_id].append((PieceKind(piece.kind), text))
    looks = scopes.looks_back(viewer, now=now).filter(referral_id__in=ids).select_related("case__key")
    back = {row.referral_id: row for row in looks}
    seen = pieces_for(parts_seen(viewer, case_id, now=now))
    return tuple(_line(row, pieces[row.id], back.get(row.id), seen) for row in found)


def one(viewer: Viewer, referral_id: UUID, *, now: datetime) -> ReferralLine | None:
    """Give a visible referral with the others of its case read along; None when the viewer sees none."""
    case_ids = scopes.referrals(viewer, now=now).filter(pk=referral_id).values_list("case_id", flat=True)
    lines = (line for case_id in case_ids for line in of_case(viewer, case_id, now=now))
    return next((line for line in lines if line.mark.id == referral_id), None)


def _answer(row: Referral) -> ReferralAnswer | None:
    return getattr(row, "answer", None)


def _returned(row: Referral) -> ReferralReturn | None:
    return getattr(row, "returned", None)


def _mark(row: Referral) -> ReferralMark:
    answer, returned = _answer(row), _returned(row)
    newest = returned or answer
    return ReferralMark(
        id=row.id,
        case_id=row.case_id,
        house=row.house.name,
        standing=standing(answer.outcome if answer else None, returned=returned is not None),
        answer_before=row.answer_before,
        moved_at=newest.at if newest else row.at,
        returns=returned.number if returned else 0,
        looked_back=hasattr(row, "look_back"),
        inside=row.inside,
        steps=_steps(row, answer, returned),
    )


def _steps(row: Referral, answer: ReferralAnswer | None, returned: ReferralReturn | None) -> tuple[ReferralStep, ...]:
    steps = [ReferralStep(row.at, by=row.by.name)]
    if answer is not None:
        steps.append(ReferralStep(answer.at, outcome=answer.outcome))
    if returned is not None:
        steps.append(ReferralStep(returned.at, returns=returned.number))
    return tuple(steps)


def _line(
    row: Referral, pieces: list[tuple[PieceKind, str]], looked: LookBack | None, seen: Collection[PieceKind]
) -> ReferralLine:
    key, answer, returned = row.case.key, _answer(row), _returned(row)
    return ReferralLine(
        mark=_mark(row),
        number=row.number,
        at=row.at,
        by=row.by.name,
        content=read(ReferralContent, _open(key, row.content_sealed, places.REFERRAL, row.id)),
        criteria=tuple(text for _, text in row.criteria),
        legal_ground=row.legal_ground,
        told_on=row.told_on,
        tell_before=row.tell_before,
        pieces=tuple(sorted(pieces, key=lambda each: list(PieceKind).index(each[0]))),
        hidden=tuple(PieceKind(kind) for kind in row.disclosed if kind not in {each for each, _ in pieces}),
        answer=read(AnswerContent, _open(key, answer.content_sealed, places.ANSWER, answer.id)) if answer else None,
        answered_on=answer.given_on if answer else None,
        answered_how=answer.channel if answer else "",
        returned=(
            read(ReturnContent, _open(key, returned.content_sealed, places.RETURN, returned.id)).without(seen)
            if returned
            else None
        ),
        returned_on=returned.given_on if returned else None,
        look_back=(
            read(LookBackContent, _open(key, looked.content_sealed, places.LOOK_BACK, looked.id)) if looked else None
        ),
    )


def _open(key: Key, sealed: bytes | memoryview, place: str, row_id: UUID) -> str:
    return unseal(key, sealed, place=f"{place}:{row_id}")
