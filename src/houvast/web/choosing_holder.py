"""Who may be chosen for a seat, as a list to choose from.

Where the phase is still to be chosen, the list says of everybody in which phases they may: it is right without script,
and what does not go together is told at the field.
"""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from houvast.ave.model import Model
from houvast.ave.vocabulary import Holding, Responsibility
from houvast.cases.rules.matrix import Part
from houvast.cases.rules.opening import Choice
from houvast.cases.rules.seats import allowed_function
from houvast.cases.selectors import contents
from houvast.directory.selectors import MemberLine, possible_holders
from houvast.directory.viewer import Viewer
from houvast.kernel.working_time import in_amsterdam

Offer = Sequence[tuple[str, str]]
GroupedOffer = Sequence[tuple[str, str | Offer]]

_MEMBER, _RESIDENT, _NETWORK = "m", "i", "n"
_THE_RESIDENT = "inwoner"
THE_RESIDENT = "De inwoner zelf"
WHO_DIRECTS = "Leeg mag: dan staat er dat niemand leidt. Iemand uit het netwerk van de inwoner kiest u na het openen."


def members(
    municipality_id: UUID,
    model: Model,
    phase: int,
    responsibility: Responsibility,
    *,
    now: datetime,
    temporary: bool = False,
) -> Offer:
    """Give the members whom the model lets hold a seat in a phase; `temporary` adds those who may only fill in."""
    accepted = {Holding.YES, Holding.TEMPORARY} if temporary else {Holding.YES}
    rule = model.seat(phase, responsibility)
    functions = [code for code, holding in rule.holders.items() if holding in accepted]
    return [_option(line) for line in possible_holders(municipality_id, functions, now=now)]


def _option(line: MemberLine) -> tuple[str, str]:
    return f"{_MEMBER}:{line.id}", f"{line.name}, {line.title}, {line.team_name or line.organisation_name}"


def directors(
    municipality_id: UUID, model: Model, phases: Sequence[int], *, now: datetime, own: Offer | None = None
) -> GroupedOffer:
    """Give who may have the case direction in at least one of these phases, under the phases in which they may.

    `own` are the residents and the network; without it "the resident" is offered, without a name. There are no groups
    when everybody may in every phase.
    """
    rules = [model.seat(phase, Responsibility.CASE_DIRECTION) for phase in phases]
    functions = {code for rule in rules for code, holding in rule.holders.items() if holding is Holding.YES}
    groups: dict[tuple[int, ...], list[tuple[str, str]]] = {tuple(phases): []}
    themselves = tuple(rule.phase for rule in rules if rule.resident_may_hold is Holding.YES)
    if themselves:
        groups.setdefault(themselves, []).extend(the_resident() if own is None else own)
    for line in possible_holders(municipality_id, sorted(functions), now=now):
        allowed = tuple(rule.phase for rule in rules if allowed_function(rule, line.functions))
        groups.setdefault(allowed, []).append(_option(line))
    filled = sorted(((numbers, offer) for numbers, offer in groups.items() if offer), key=_most_phases_first)
    if [numbers for numbers, _ in filled] == [tuple(phases)]:
        return filled[0][1]
    return [(_in_phases(numbers), offer) for numbers, offer in filled]


def _most_phases_first(group: tuple[tuple[int, ...], Offer]) -> tuple[int, tuple[int, ...]]:
    numbers, _ = group
    return -len(numbers), numbers


def _in_phases(numbers: Sequence[int]) -> str:
    if len(numbers) == 1:
        return f"Alleen in AVE {numbers[0]}"
    return "In AVE " + ", ".join(str(number) for number in numbers[:-1]) + f" en {numbers[-1]}"


def the_resident() -> Offer:
    """Give the resident without a name: for who opens a case, or may not see who it is."""
    return [(_THE_RESIDENT, THE_RESIDENT)]


def residents(
    viewer: Viewer, case_id: UUID, model: Model, phase: int, responsibility: Responsibility, *, now: datetime
) -> Offer:
    """Give the residents and network members who may hold a seat themselves.

    Who may not see them can choose the resident without a name, where the case is about one grown-up.
    """
    if model.seat(phase, responsibility).resident_may_hold is not Holding.YES:
        return []
    return people(viewer, case_id, now=now)


def people(viewer: Viewer, case_id: UUID, *, now: datetime) -> Offer:
    """Give the grown-ups of a case and their network, whatever the model says; without names for who may see none."""
    if Part.PEOPLE not in contents.parts_seen(viewer, case_id, now=now):
        return the_resident() if contents.has_one_grown_up(viewer, case_id, now=now) else []
    found = contents.people(viewer, case_id, now=now, today=in_amsterdam(now).date())
    own = [(f"{_RESIDENT}:{each.resident.id}", f"{each.resident.name}, inwoner") for each in found if not each.is_child]
    network = contents.network_around(found)
    return own + [(f"{_NETWORK}:{each.id}", f"{each.name}, {each.relation}") for each in network]


def choice(value: object) -> Choice:
    """Read a chosen value back."""
    if value == _THE_RESIDENT:
        return Choice(the_resident=True)
    kind, _, text = str(value).partition(":")
    chosen = UUID(text)
    if kind == _MEMBER:
        return Choice(member_id=chosen)
    return Choice(resident_id=chosen) if kind == _RESIDENT else Choice(network_member_id=chosen)


def member_value(member_id: UUID | None) -> str:
    """Give the value under which a member stands in the list."""
    return "" if member_id is None else f"{_MEMBER}:{member_id}"
