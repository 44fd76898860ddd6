"""Rows of moves to another municipality that several verbs write, and what goes over with them."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from houvast.cases.models import Case, CaseOrganisation, CaseResident, CrucialMoment, MomentTurn, MoveAnswer, MoveOffer
from houvast.cases.rules.moves import AskedToReceive, Carried, CarriedMoment, CarriedPerson, carried_from, goes_along
from houvast.cases.services.steps.give_access import withdraw_access
from houvast.cases.services.steps.load_case import LoadedCase
from houvast.cases.services.steps.moment_rows import ENDED, NewTurn, days_of, write_turn
from houvast.directory.selectors_elsewhere import receiving_functions
from houvast.kernel.errors import Conflict
from houvast.kernel.ids import new_id
from houvast.kernel.terms import word_for
from houvast.kernel.working_time import in_amsterdam
from houvast.residents.selectors_crossing import CrossingData, crossing_data
from houvast.vault.sealing import seal, unseal

GROUND_PLACE = "cases_moveoffer.ground_words"
SUMMARY_PLACE = "cases_moveoffer.summary"
CARRIED_PLACE = "cases_moveoffer.carried"
REASON_PLACE = "cases_moveanswer.reason"
RECEIVED_PLACE = "cases_moveanswer.received"
_ANSWERED = "Op dit aanbod is al geantwoord, of het is ingetrokken."


@dataclass(frozen=True, slots=True)
class Answer:
    """What becomes of an offer: why not, or the case that came of it with what it received."""

    outcome: MoveAnswer.Outcome
    reason: str = ""
    new_case: Case | None = None
    received: str = ""


def what_goes_over(case: Case, resident_ids: Collection[UUID], chosen: Collection[str]) -> Carried:
    """Give the people of a case who move, with what was chosen to go with them."""
    places = CaseResident.objects.filter(case=case, until__isnull=True, resident_id__in=list(resident_ids))
    data = crossing_data(resident_ids, bsn="bsn" in chosen, contact="contact" in chosen)
    people = tuple(_person(data[place.resident_id], place) for place in places.order_by("is_child", "since", "id"))
    organisations = _organisations(case) if "organisations" in chosen else ()
    return Carried(case.kind, people, organisations, coming(case))


def coming(case: Case) -> tuple[CarriedMoment, ...]:
    """Give the moments of a case that are to come and that the receiver is told of, the nearest first."""
    rows = CrucialMoment.objects.filter(case=case).exclude(turn__state__in=ENDED).select_related("turn")
    return tuple(
        CarriedMoment(row.kind, days.first.isoformat(), days.last.isoformat())
        for row in rows.order_by("turn__on_date", "id")
        if goes_along(row.kind) and (days := days_of(row.turn))
    )


def coming_in_words(moments: Collection[CarriedMoment], *, now: datetime) -> tuple[str, ...]:
    """Say of each moment what it is and when it is expected."""
    today = in_amsterdam(now).date()
    words = [(word_for(CrucialMoment.Kind(each.kind)), each.days) for each in moments]
    return tuple(f"{word[:1].upper()}{word[1:]}: {days.in_words(today)}" for word, days in words)


def _person(data: CrossingData, place: CaseResident) -> CarriedPerson:
    return CarriedPerson(
        surname=data.surname,
        surname_prefix=data.surname_prefix,
        first_names=data.first_names,
        birth_year=data.birth_year,
        birth_month=data.birth_month,
        birth_day=data.birth_day,
        sex=data.sex,
        bsn=data.bsn,
        phone=data.phone,
        contact_wish=data.contact_wish,
        reach=data.reach,
        language=data.language,
        interpreter=data.interpreter,
        hidden_address=data.hidden_address,
        is_child=place.is_child,
        role=place.role,
        id=str(data.id),
    )


def _organisations(case: Case) -> tuple[str, ...]:
    rows = CaseOrganisation.objects.filter(case=case, until__isnull=True).select_related("organisation")
    return tuple(
        ", ".join(part for part in (row.organisation.name, row.contact_name, row.contact_role, row.phone) if part)
        for row in rows.order_by("organisation__name", "id")
    )


def opened(offer: MoveOffer, case: Case) -> tuple[str, Carried]:
    """Give the summary of an offer and what goes over with it."""
    summary = unseal(case.key, offer.summary_sealed, place=f"{SUMMARY_PLACE}:{offer.id}")
    return summary, carried_from(unseal(case.key, offer.carried_sealed, place=f"{CARRIED_PLACE}:{offer.id}"))


def hidden_as_of_now(carried: Carried) -> Carried:
    """Give what goes over with who hides now: also who did not yet when the case was offered."""
    data = crossing_data({UUID(each.id) for each in carried.people if each.id}, bsn=False, contact=False)
    hidden = {str(each.id) for each in data.values() if each.hidden_address}
    people = (
        replace(each, hidden_address=True, phone="") if each.id and each.id in hidden else each
        for each in carried.people
    )
    return replace(carried, people=tuple(people))


def functions_that_answer(offers: Iterable[MoveOffer], municipality_id: UUID | None) -> frozenset[str]:
    """Give which functions answer offers to teams of a municipality; its model is read only when one was made."""
    asked = any(offer.to_team_id and offer.to_municipality_id == municipality_id for offer in offers)
    return receiving_functions(municipality_id) if asked and municipality_id else frozenset()


def who_is_asked(offer: MoveOffer, functions: frozenset[str]) -> AskedToReceive:
    """Give who answers an offer; `functions` are those of the municipality that is asked."""
    return AskedToReceive(offer.to_municipality_id, offer.to_member_id, offer.to_team_id, functions)


def must_be_open(offer: MoveOffer) -> None:
    """Raise `Conflict` when a locked case's offer was answered already: one answer wins."""
    if MoveAnswer.objects.filter(offer=offer).exists():
        raise Conflict(_ANSWERED)


def write_answer(loaded: LoadedCase, offer: MoveOffer, answer: Answer, *, now: datetime) -> None:
    """Write the answer; who was asked sees the offer no more. What was received is sealed for the new case."""
    answer_id, new_case = new_id(), answer.new_case
    place = f"{RECEIVED_PLACE}:{answer_id}"
    MoveAnswer(
        id=answer_id,
        offer=offer,
        outcome=answer.outcome,
        new_case=new_case,
        received_sealed=b"" if new_case is None else seal(new_case.key, answer.received, place=place),
        reason_sealed=seal(loaded.case.key, answer.reason.strip(), place=f"{REASON_PLACE}:{answer_id}"),
        answered_by_id=loaded.viewer.member_id,
        answered_at=now,
    ).save(force_insert=True)
    withdraw_access([offer.id], now=now)


def settle_moments(loaded: LoadedCase, to: str, *, now: datetime) -> None:
    """End the moments that were still to come: the move happened, and the others are another municipality's now."""
    today = in_amsterdam(now).date()
    moments = CrucialMoment.objects.filter(case=loaded.case).exclude(turn__state__in=ENDED).select_related("turn")
    for moment in moments:
        reason = f"De casus is overgenomen door gemeente {to}."
        if moment.kind == CrucialMoment.Kind.MOVE:
            new = NewTurn(MomentTurn.State.HAPPENED, today, None, reason)
        else:
            new = NewTurn(MomentTurn.State.CANCELLED, moment.turn.on_date, moment.turn.until, reason)
        write_turn(loaded, moment.id, new, number=moment.turn.number + 1, now=now)
