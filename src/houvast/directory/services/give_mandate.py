"""Give a member a mandate."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Q

from houvast.audit.services.act import act
from houvast.directory import policy
from houvast.directory.events import MANDATE_GIVEN
from houvast.directory.models import Mandate
from houvast.directory.selectors_functions import known_functions
from houvast.directory.services.steps.load_member import load_member, refuse_left
from houvast.directory.services.steps.managing import add_row, check_period, load_manager, permit
from houvast.kernel.actor import Actor
from houvast.kernel.errors import Invalid


@dataclass(frozen=True, slots=True)
class NewMandate:
    """A mandate to record decisions of a function on its behalf; `document` names the decree that gives it."""

    member_id: UUID
    function: str
    document: str
    from_at: datetime | None = None
    until_at: datetime | None = None


def give_mandate(new: NewMandate, *, actor: Actor, now: datetime) -> UUID:
    """Give a mandate (Awb 10:1 and 10:5: in writing); gives its id. Never to oneself."""
    with act(MANDATE_GIVEN, actor=actor, now=now) as acting:
        member = load_member(acting, new.member_id)
        manager = load_manager(actor, now=now)
        permit(acting, policy.may_give(manager, member.organisation_id, frozenset({member.id})))
        refuse_left(member)
        if new.function not in known_functions(member.organisation.municipality_id):
            raise Invalid({"function": f"Het AVE-model kent de functie {new.function} niet."})
        row = Mandate(
            member=member,
            function=new.function,
            document=new.document,
            from_at=new.from_at or now,
            until_at=new.until_at,
        )
        check_period(row.from_at, row.until_at)
        _refuse_twice(row, now)
        add_row(acting, "mandate", row)
        acting.details.update(member=str(member.id), function=new.function)
        return row.id


def _refuse_twice(row: Mandate, now: datetime) -> None:
    same = Mandate.objects.filter(member=row.member, function=row.function)
    if same.filter(Q(until_at__isnull=True) | Q(until_at__gt=max(now, row.from_at))).exists():
        raise Invalid({"function": "Deze medewerker heeft dit mandaat al. Beëindig het eerst."})
