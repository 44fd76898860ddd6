"""Every read of the directory."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from django.db.models import Q

from houvast.ave.model import Model
from houvast.directory.model_text import read_model
from houvast.directory.models import (
    AdoptedModel,
    Duo,
    Mandate,
    Member,
    MemberFunction,
    Municipality,
    Organisation,
    StandIn,
    Team,
)
from houvast.directory.viewer import Viewer
from houvast.kernel.actor import Actor
from houvast.kernel.errors import Refused
from houvast.kernel.verdict import refuse

ADMINISTRATOR = "functioneel-beheerder"
PRIVACY_OFFICER = "privacy-officer"


@dataclass(frozen=True, slots=True)
class MemberLine:
    """A member as lists show them, with the functions that they hold now.

    `ends` says of a function that ends, or whose holder leaves, when that is; a function without an end is not in it.
    """

    id: UUID
    name: str
    title: str
    phone: str
    team_id: UUID | None
    team_name: str
    organisation_id: UUID
    organisation_name: str
    functions: frozenset[str]
    ends: Mapping[str, datetime] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class NamedId:
    """Something to choose: its id and its name."""

    id: UUID
    name: str


def holds_at(now: datetime, prefix: str = "") -> Q:
    """Say that a time-bound row holds at a moment: begun, and not over. `prefix` reaches it through a relation."""
    begun = Q(**{f"{prefix}from_at__lte": now})
    return begun & (Q(**{f"{prefix}until_at__isnull": True}) | Q(**{f"{prefix}until_at__gt": now}))


def viewer(member_id: UUID, *, now: datetime) -> Viewer | None:
    """Give the facts of a member at a moment, in four queries; None when the member is not active.

    Standing in reaches one step: to the members whom one stands in for, while they work here, and not to theirs.
    """
    for_whom = StandIn.objects.filter(holds_at(now), stand_in_id=member_id).values("member_id")
    active = Member.objects.filter(holds_at(now), Q(pk=member_id) | Q(pk__in=for_whom))
    people = {person.id: person for person in active.select_related("organisation__municipality")}
    me = people.get(member_id)
    if me is None:
        return None
    ids = frozenset(people)
    functions = list(MemberFunction.objects.filter(holds_at(now), member_id__in=ids).order_by("from_at", "id"))
    extras = list(_mandates_and_duos(ids, now))
    own = [function for function in functions if function.member_id == member_id]
    municipality = me.organisation.municipality
    return Viewer(
        member_id=me.id,
        name=me.name,
        title=own[0].title if own else "",
        member_ids=ids,
        team_ids=frozenset(person.team_id for person in people.values() if person.team_id is not None),
        organisation_id=me.organisation_id,
        municipality_id=municipality.id if municipality else None,
        municipality_name=municipality.name if municipality else "",
        municipality_code=municipality.code if municipality else "",
        partner_region=None if municipality else me.organisation.region,
        functions=frozenset(function.function for function in functions),
        domains=frozenset(function.domain for function in functions if function.domain),
        mandates=frozenset(mandate for mandate, _ in extras if mandate),
        duo_member_ids=frozenset(other for _, other in extras if other) - ids,
        is_administrator=any(function.function == ADMINISTRATOR for function in own),
        is_privacy_officer=any(function.function == PRIVACY_OFFICER for function in own),
    )


def _mandates_and_duos(ids: Collection[UUID], now: datetime) -> Iterable[tuple[str, UUID | None]]:
    for mandate in Mandate.objects.filter(holds_at(now), member_id__in=ids):
        yield mandate.function, None
    for duo in Duo.objects.filter(holds_at(now)).filter(Q(first_id__in=ids) | Q(second_id__in=ids)):
        yield "", duo.first_id
        yield "", duo.second_id


def _works_for(municipality_id: UUID, prefix: str) -> Q:
    """Work at a municipality itself, or at a partner: one that works in its region, or everywhere."""
    organisation = f"{prefix}organisation__"
    region = Municipality.objects.filter(pk=municipality_id).values("region")
    near = Q(**{f"{organisation}region": ""}) | Q(**{f"{organisation}region__in": region})
    return Q(**{f"{organisation}municipality_id": municipality_id}) | (
        Q(**{f"{organisation}municipality__isnull": True}) & near
    )


def viewer_of(actor: Actor, *, now: datetime) -> Viewer:
    """Give the facts of who acts. Raises `Refused` for the system and for who is not active any more."""
    found = None if actor.member_id is None else viewer(actor.member_id, now=now)
    if found is None:
        raise Refused(refuse("not_a_member", "U werkt niet (meer) bij een organisatie in Houvast."))
    return found


def functions_of(member_id: UUID, *, municipality_id: UUID, now: datetime) -> frozenset[str]:
    """Give the functions that a member holds now and that count in a municipality: its own members and partners."""
    rows = MemberFunction.objects.filter(holds_at(now), holds_at(now, "member__"), member_id=member_id)
    return frozenset(rows.filter(_works_for(municipality_id, "member__")).values_list("function", flat=True))


def possible_holders(municipality_id: UUID, functions: Collection[str], *, now: datetime) -> tuple[MemberLine, ...]:
    """Give who may hold a seat in a municipality by one of these functions: its own members and partners, by name."""
    rows = MemberFunction.objects.filter(holds_at(now), holds_at(now, "member__"), function__in=list(functions))
    joined = rows.filter(_works_for(municipality_id, "member__")).select_related("member__team", "member__organisation")
    return _lines(joined.order_by("member__name", "member_id", "from_at"))


def partner_members(organisation_ids: Collection[UUID], *, now: datetime) -> tuple[MemberLine, ...]:
    """Give who works at these partners now, by name; nobody of a municipality."""
    rows = MemberFunction.objects.filter(holds_at(now), holds_at(now, "member__"))
    rows = rows.filter(member__organisation_id__in=list(organisation_ids), member__organisation__municipality=None)
    joined = rows.select_related("member__team", "member__organisation")
    return _lines(joined.order_by("member__name", "member_id", "from_at"))


def members_with_function(
    municipality_id: UUID, functions: Collection[str], *, now: datetime
) -> tuple[MemberLine, ...]:
    """Give the active members of a municipality who hold one of these functions now, by name."""
    rows = (
        MemberFunction.objects.filter(holds_at(now), holds_at(now, "member__"), function__in=list(functions))
        .filter(member__organisation__municipality_id=municipality_id)
        .select_related("member__team", "member__organisation")
        .order_by("member__name", "member_id", "from_at")
    )
    return _lines(rows)


def _lines(rows: Iterable[MemberFunction]) -> tuple[MemberLine, ...]:
    grouped: dict[UUID, list[MemberFunction]] = {}
    for row in rows:
        grouped.setdefault(row.member_id, []).append(row)
    return tuple(
        MemberLine(
            id=held[0].member.id,
            name=held[0].member.name,
            title=held[0].title,
            phone=held[0].member.phone,
            team_id=held[0].member.team_id,
            team_name=held[0].member.team.name if held[0].member.team else "",
            organisation_id=held[0].member.organisation_id,
            organisation_name=held[0].member.organisation.name,
            functions=frozenset(row.function for row in held),
            ends=_ends(held),
        )
        for held in grouped.values()
    )


def _ends(held: Sequence[MemberFunction]) -> dict[str, datetime]:
    """Give when each function ends that does; held in two rows, it goes on as long as either does."""
    ends: dict[str, datetime] = {}
    endless = set()
    for row in held:
        until = min((end for end in (row.until_at, row.member.until_at) if end is not None), default=None)
        if until is None:
            endless.add(row.function)
        else:
            ends[row.function] = max(until, ends.get(row.function, until))
    return {function: end for function, end in ends.items() if function not in endless}


def deciders(municipality_id: UUID, functions: Collection[str], *, now: datetime) -> tuple[UUID, ...]:
    """Give who may decide in these functions: their holders (a Zorg- en Veiligheidshuis too), and the mandated."""
    holders = {line.id for line in possible_holders(municipality_id, functions, now=now)}
    return tuple(sorted(holders | set(mandated(municipality_id, functions, now=now))))


def mandated(municipality_id: UUID, functions: Collection[str], *, now: datetime) -> tuple[UUID, ...]:
    """Give who may decide on behalf of one of these functions: members with a mandate that holds, in one query."""
    rows = Mandate.objects.filter(
        holds_at(now),
        holds_at(now, "member__"),
        member__organisation__municipality_id=municipality_id,
        function__in=list(functions),
    )
    return tuple(sorted(set(rows.values_list("member_id", flat=True))))


def workers_for(municipality_id: UUID, *, now: datetime) -> tuple[NamedId, ...]:
    """Give who works for a municipality now, in any function: its own members and partners, by name; in one query."""
    rows = Member.objects.filter(
        holds_at(now),
        _works_for(municipality_id, ""),
        pk__in=MemberFunction.objects.filter(holds_at(now)).values("member_id"),
    )
    joined = rows.select_related("organisation").order_by("name", "id")
    return tuple(NamedId(each.id, f"{each.name}, {each.organisation.name}") for each in joined)


def team_domain(team_id: UUID, *, municipality_id: UUID) -> str | None:
    """Give the domain of a team of this municipality; None when it is not one of its teams."""
    found = Team.objects.filter(pk=team_id, organisation__municipality_id=municipality_id)
    return found.values_list("domain", flat=True).first()


def adopted_model(municipality_id: UUID) -> AdoptedModel:
    """Give the version of the AVE model that a municipality adopted last. LookupError when it adopted none."""
    newest = AdoptedModel.objects.filter(municipality_id=municipality_id).order_by("-number").first()
    if newest is None:
        raise LookupError(f"municipality {municipality_id} has no AVE model")
    return newest


def parsed_model(adopted: AdoptedModel) -> Model:
    """Give an adopted version as a model, read once for each text."""
    return read_model(adopted.text)


def many_organisations(municipality_ids: Collection[UUID]) -> dict[UUID, int]:
    """Give from how many organisations on a municipality asks who can leave, by municipality; in one query."""
    rows = Municipality.objects.filter(pk__in=municipality_ids).values_list("pk", "many_organisations")
    return dict(rows)


def models_by_id(ids: Collection[UUID]) -> dict[UUID, Model]:
    """Give adopted versions as models, by id, in one query."""
    return {adopted.id: parsed_model(adopted) for adopted in AdoptedModel.objects.filter(pk__in=ids)}


def teams_of(municipality_id: UUID) -> tuple[NamedId, ...]:
    """Give the teams of a municipality, by name."""
    rows = Team.objects.filter(organisation__municipality_id=municipality_id).order_by("name")
    return tuple(NamedId(team.id, team.name) for team in rows)


def team_names(team_ids: Collection[UUID]) -> tuple[str, ...]:
    """Give the names of these teams."""
    return tuple(Team.objects.filter(pk__in=team_ids).order_by("name").values_list("name", flat=True))


def partner_organisations() -> tuple[NamedId, ...]:
    """Give all organisations that can be around the people of a case, by name."""
    return tuple(NamedId(each.id, each.name) for each in Organisation.objects.order_by("name"))


def organisation_name(organisation_id: UUID) -> str:
    """Give the name of an organisation."""
    return Organisation.objects.values_list("name", flat=True).get(pk=organisation_id)


def organisation_of_municipality(municipality_id: UUID) -> UUID | None:
    """Give the organisation that is this municipality itself."""
    return Organisation.objects.filter(municipality_id=municipality_id).values_list("pk", flat=True).first()


def phone_of(member_id: UUID) -> str:
    """Give the telephone number at which somebody works; "" when none is known."""
    return Member.objects.filter(pk=member_id).values_list("phone", flat=True).first() or ""


def organisation_of(member_id: UUID) -> UUID | None:
    """Give where a member works; None when there is no such member."""
    return Member.objects.filter(pk=member_id).values_list("organisation_id", flat=True).first()


def organisation_exists(organisation_id: UUID) -> bool:
    """Say whether there is an organisation with this id."""
    return Organisation.objects.filter(pk=organisation_id).exists()
