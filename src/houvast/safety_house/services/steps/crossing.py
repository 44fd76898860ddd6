"""Write what crosses between a house and a municipality, under the key of each; and load a referral outside Houvast."""

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from houvast.audit.events import Event
from houvast.audit.services.act import act, together
from houvast.cases.services.act_in_case import LoadedCase, act_in_case
from houvast.directory.selectors import viewer_of
from houvast.kernel.actor import Actor
from houvast.kernel.errors import NotVisible
from houvast.kernel.ids import new_id
from houvast.kernel.working_time import in_amsterdam
from houvast.safety_house import scopes
from houvast.safety_house.models import Referral, ReferralAnswer, ReferralReturn
from houvast.safety_house.rules import places
from houvast.safety_house.rules.content import (
    AnswerContent,
    ReferralOutcome,
    ReturnContent,
    as_day,
    keep_until,
    written,
)
from houvast.safety_house.rules.pieces import SHARED_AS, PieceKind
from houvast.sharing.services.record_receipt import Receipt, record_receipt
from houvast.vault.models import Key
from houvast.vault.sealing import seal


@dataclass(frozen=True, slots=True)
class Said:
    """By whom, when and how something was said. `key` is that of the file; None for a house outside."""

    by_id: UUID
    at: datetime
    given_on: date
    channel: str = ""
    key: Key | None = None


def write_answer(referral: Referral, outcome: ReferralOutcome, content: AnswerContent, said: Said) -> UUID:
    """Write the answer to a referral."""
    answer_id, text = new_id(), written(content)
    place = f"{places.ANSWER}:{answer_id}"
    ReferralAnswer(
        id=answer_id,
        referral=referral,
        case_id=referral.case_id,
        municipality_id=referral.municipality_id,
        outcome=outcome,
        content_sealed=seal(referral.case.key, text, place=place),
        received_sealed=seal(said.key, text, place=place) if said.key else b"",
        given_on=said.given_on,
        channel=said.channel.strip(),
        at=said.at,
        by_id=said.by_id,
    ).save(force_insert=True)
    return answer_id


def write_return(referral: Referral, content: ReturnContent, said: Said) -> UUID:
    """Write that a case goes back, with its number in the case."""
    return_id, text = new_id(), written(content)
    place = f"{places.RETURN}:{return_id}"
    ReferralReturn(
        id=return_id,
        referral=referral,
        case_id=referral.case_id,
        municipality_id=referral.municipality_id,
        number=1 + ReferralReturn.objects.filter(case_id=referral.case_id).count(),
        content_sealed=seal(referral.case.key, text, place=place),
        received_sealed=seal(said.key, text, place=place) if said.key else b"",
        given_on=said.given_on,
        channel=said.channel.strip(),
        at=said.at,
        by_id=said.by_id,
    ).save(force_insert=True)
    return return_id


def account_for_answer(referral: Referral, said: Said, actor: Actor) -> None:
    """Put on record in the case what an answer tells the municipality: on the ground on which was asked."""
    _account(referral, said, actor, _Told({PieceKind.SITUATION}, referral.legal_ground, told_on=referral.told_on))


def account_for_return(referral: Referral, content: ReturnContent, said: Said, actor: Actor) -> None:
    """Put on record in the case what a return tells the municipality, piece by piece."""
    told = _Told(
        content.kinds,
        content.legal_ground or referral.legal_ground,
        content.necessity,
        content.told,
        as_day(content.told_on),
        as_day(content.tell_before),
    )
    _account(referral, said, actor, told)


@dataclass(frozen=True, slots=True)
class _Told:
    """What goes back, on which ground, and what the resident knows of it."""

    kinds: Collection[PieceKind]
    law: str
    necessity: str = ""
    told: str = ""
    told_on: date | None = None
    tell_before: date | None = None


def _account(referral: Referral, said: Said, actor: Actor, told: _Told) -> None:
    receipt = Receipt(
        house_id=referral.house_id,
        house=referral.house.name,
        by=said.by_id,
        parts=frozenset(SHARED_AS[kind] for kind in told.kinds),
        law=told.law,
        necessity=told.necessity,
        told=told.told,
        told_on=told.told_on,
        tell_before=told.tell_before,
        until=keep_until(in_amsterdam(said.at).date()),
    )
    record_receipt(actor=actor, now=said.at, case_id=referral.case_id, receipt=receipt)


@contextmanager
def acting_on_referral(
    event: Event, referral_id: UUID, *, actor: Actor, now: datetime
) -> Iterator[tuple[LoadedCase, Referral]]:
    """Act on the case of a visible referral as the municipality. Raises `NotVisible`, on record."""
    with together():
        seen_by = viewer_of(actor, now=now)
        rows = scopes.referrals(seen_by, now=now).filter(pk=referral_id)
        found = rows.values_list("case_id", flat=True).first()
        if found is None:
            with act(event, actor=actor, now=now, municipality=seen_by.municipality_id) as acting:
                acting.subject, acting.subject_id = "referral", referral_id
                raise NotVisible
        with act_in_case(event, actor=actor, now=now, case_id=found) as loaded:
            joins = ("case__key", "house", "answer", "returned", "look_back")
            yield loaded, Referral.objects.select_related(*joins).get(pk=referral_id)
