"""Give a member a function."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Q

from houvast.audit.services.act import act
from houvast.ave.vocabulary import Domain
from houvast.directory import policy
from houvast.directory.events import FUNCTION_GIVEN
from houvast.directory.models import Member, MemberFunction
from houvast.directory.selectors_functions import known_functions
from houvast.directory.services.steps.load_member import load_member, refuse_left
from houvast.directory.services.steps.managing import add_row, check_period, load_manager, permit
from houvast.kernel.actor import Actor
from houvast.kernel.errors import Invalid


@dataclass(frozen=True, slots=True)
class NewFunction:
    """A function for a time. Without a title or domain of its own it takes those of the model."""

    member_id: UUID
    function: str
    title: str = ""
    domain: Domain | None = None
    from_at: datetime | None = None
    until_at: datetime | None = None


def give_function(new: NewFunction, *, actor: Actor, now: datetime) -> UUID:
    """Give a function; gives its id. Never to oneself. Raises `Invalid` for a function that the model does not know."""
    with act(FUNCTION_GIVEN, actor=actor, now=now) as acting:
        member = load_member(acting, new.member_id)
        manager = load_manager(actor, now=now)
        permit(acting, policy.may_give(manager, member.organisation_id, frozenset({member.id})))
        refuse_left(member)
        row = _row(new, member, now)
        check_period(row.from_at, row.until_at)
        _refuse_twice(row, now)
        add_row(acting, "member_function", row)
        acting.details.update(member=str(member.id), function=new.function)
        return row.id


def _refuse_twice(row: MemberFunction, now: datetime) -> None:
    same = MemberFunction.objects.filter(member=row.member, function=row.function, domain=row.domain)
    if same.filter(Q(until_at__isnull=True) | Q(until_at__gt=max(now, row.from_at))).exists():
        raise Invalid({"function": "Deze medewerker heeft deze functie al."})


def _row(new: NewFunction, member: Member, now: datetime) -> MemberFunction:
    known = known_functions(member.organisation.municipality_id)
    if new.function not in known:
        raise Invalid({"function": f"Het AVE-model kent de functie {new.function} niet."})
    title, domain = known[new.function]
    return MemberFunction(
        member=member,
        function=new.function,
        domain=new.domain or domain,
        title=new.title or title,
        from_at=new.from_at or now,
        until_at=new.until_at,
    )
