"""What must be right to open a case, and who may be chosen for its seats."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from uuid import UUID

from houvast.ave.model import Model, SeatRule
from houvast.ave.vocabulary import ASSIGNED, Holding
from houvast.cases.rules.seats import VACANT, SeatFacts, SeatState, allowed_function, held


@dataclass(frozen=True, slots=True)
class Choice:
    """Who is chosen for a seat: exactly one of a member, a resident or somebody of the resident's network.

    `the_resident` means the one grown-up whom the case is about, for who may not see who that is, or opens the case.
    """

    member_id: UUID | None = None
    resident_id: UUID | None = None
    network_member_id: UUID | None = None
    the_resident: bool = False


NOT_ONE_RESIDENT = (
    "Deze casus gaat niet over precies één volwassene. Wie de inwoners ziet, wijst de casusregie aan een van hen toe."
)


def with_resident(choice: Choice, grown_ups: Collection[UUID]) -> Choice:
    """Say who "the resident" is, when the case is about exactly one grown-up; else the choice as it is."""
    if not choice.the_resident or len(grown_ups) != 1:
        return choice
    return replace(choice, the_resident=False, resident_id=next(iter(grown_ups)))


def opening_problems(model: Model, *, name: str, phase: int, residents: int) -> dict[str, str]:
    """Give a Dutch message for each field that cannot be used; an empty dict when all is well."""
    problems = {}
    if not name.strip():
        problems["name"] = "Geef de casus een naam, zoals 'Huishouden Dijkhuis'."
    if phase not in model.opening_phases:
        phases = ", ".join(str(number) for number in model.opening_phases)
        problems["phase"] = f"In het model van uw gemeente begint een casus in fase {phases}."
    if residents == 0:
        problems["residents"] = "Noem minstens één inwoner om wie het gaat."
    return problems


def chosen_seat(rule: SeatRule, choice: Choice, functions: Collection[str]) -> tuple[SeatFacts, str]:
    """Give the seat for a choice and a Dutch problem ("" when it may be so)."""
    if rule.responsibility not in ASSIGNED:
        return VACANT, "Deze verantwoordelijkheid volgt uit de functie in het AVE-model."
    persons = [choice.member_id, choice.resident_id, choice.network_member_id]
    if [*persons, choice.the_resident or None].count(None) != 3:
        return VACANT, "Kies één persoon: een medewerker, de inwoner, of iemand uit het netwerk."
    if choice.member_id is not None:
        return _held_by_member(rule, choice.member_id, functions)
    if rule.resident_may_hold is not Holding.YES:
        return VACANT, f"In fase {rule.phase} kan de inwoner of het netwerk deze verantwoordelijkheid niet hebben."
    if choice.the_resident:
        return VACANT, NOT_ONE_RESIDENT
    seat = SeatFacts(
        SeatState.HELD_BY_RESIDENT, resident_id=choice.resident_id, network_member_id=choice.network_member_id
    )
    return seat, ""


def _held_by_member(rule: SeatRule, member_id: UUID, functions: Collection[str]) -> tuple[SeatFacts, str]:
    function = allowed_function(rule, functions)
    if function:
        return held(member_id, function), ""
    return VACANT, refusal(rule, functions)


def refusal(rule: SeatRule, functions: Collection[str]) -> str:
    """Say in Dutch why none of these functions may hold the seat for good."""
    holdings = {rule.holding(code) for code in functions}
    if Holding.TEMPORARY in holdings:
        return f"Deze functie kan dit in fase {rule.phase} alleen tijdelijk doen. Kies 'tijdelijk invullen'."
    if Holding.NOT_DECIDED in holdings:
        return (
            f"Het AVE-model van uw gemeente zegt nog niet of deze functie dit in fase {rule.phase} mag. "
            "Kies iemand anders, of vraag de beheerder van het model om een besluit."
        )
    return f"Deze functie kan deze verantwoordelijkheid in fase {rule.phase} niet hebben. Kies iemand anders."
