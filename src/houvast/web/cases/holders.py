"""Who may be chosen for a seat, as a list to choose from."""

from datetime import datetime
from uuid import UUID

from houvast.ave.model import Model
from houvast.ave.vocabulary import Holding, Responsibility
from houvast.cases.rules.matrix import Part
from houvast.cases.rules.opening import Choice
from houvast.cases.selectors import contents
from houvast.directory.selectors import possible_holders
from houvast.directory.viewer import Viewer
from houvast.kernel.working_time import in_amsterdam
from houvast.web.cases.forms import Offer

_MEMBER, _RESIDENT, _NETWORK = "m", "i", "n"


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
    lines = possible_holders(municipality_id, functions, now=now)
    return [
        (f"{_MEMBER}:{line.id}", f"{line.name}, {line.title}, {line.team_name or line.organisation_name}")
        for line in lines
    ]


def residents(
    viewer: Viewer, case_id: UUID, model: Model, phase: int, responsibility: Responsibility, *, now: datetime
) -> Offer:
    """Give the residents and network members who may hold a seat themselves, for who may see them."""
    if model.seat(phase, responsibility).resident_may_hold is not Holding.YES:
        return []
    if Part.PEOPLE not in contents.parts_seen(viewer, case_id, now=now):
        return []
    people = contents.people(viewer, case_id, now=now, today=in_amsterdam(now).date())
    own = [
        (f"{_RESIDENT}:{each.resident.id}", f"{each.resident.name}, inwoner") for each in people if not each.is_child
    ]
    network = contents.network_around(people)
    return own + [(f"{_NETWORK}:{each.id}", f"{each.name}, {each.relation}") for each in network]


def choice(value: object) -> Choice:
    """Read a chosen value back."""
    kind, _, text = str(value).partition(":")
    chosen = UUID(text)
    if kind == _MEMBER:
        return Choice(member_id=chosen)
    return Choice(resident_id=chosen) if kind == _RESIDENT else Choice(network_member_id=chosen)


def member_value(member_id: UUID | None) -> str:
    """Give the value under which a member stands in the list."""
    return "" if member_id is None else f"{_MEMBER}:{member_id}"
