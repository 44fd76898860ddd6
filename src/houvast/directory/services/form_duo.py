"""Form a duo of two members."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Q

from houvast.audit.services.act import act
from houvast.directory import policy
from houvast.directory.events import DUO_FORMED
from houvast.directory.models import Duo
from houvast.directory.services.steps.load_member import load_member, refuse_left
from houvast.directory.services.steps.managing import add_row, check_period, load_manager, permit
from houvast.kernel.actor import Actor
from houvast.kernel.errors import Invalid


@dataclass(frozen=True, slots=True)
class NewDuo:
    """Two members of one organisation who share intake and work list, each within their own ground."""

    first_id: UUID
    second_id: UUID
    from_at: datetime | None = None
    until_at: datetime | None = None


def form_duo(new: NewDuo, *, actor: Actor, now: datetime) -> UUID:
    """Form a duo; gives its id. An administrator does not put oneself in one."""
    with act(DUO_FORMED, actor=actor, now=now) as acting:
        second = load_member(acting, new.second_id)
        first = load_member(acting, new.first_id)
        manager = load_manager(actor, now=now)
        permit(acting, policy.may_give(manager, first.organisation_id, frozenset({first.id, second.id})))
        refuse_left(first)
        refuse_left(second)
        if first.organisation_id != second.organisation_id:
            raise Invalid({"second": "Een duo werkt bij dezelfde organisatie."})
        row = Duo(first=first, second=second, from_at=new.from_at or now, until_at=new.until_at)
        check_period(row.from_at, row.until_at)
        _refuse_twice(row, now)
        add_row(acting, "duo", row)
        acting.details.update(first=str(first.id), second=str(second.id))
        return row.id


def _refuse_twice(row: Duo, now: datetime) -> None:
    same = Duo.objects.filter(Q(first=row.first, second=row.second) | Q(first=row.second, second=row.first))
    if same.filter(Q(until_at__isnull=True) | Q(until_at__gt=max(now, row.from_at))).exists():
        raise Invalid({"second": "Deze twee zijn al een duo."})
