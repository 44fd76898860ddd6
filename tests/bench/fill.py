"""Fills a database with very many cases, straight into the tables: the rules of the database are on."""

from collections.abc import Iterator
from datetime import timedelta
from itertools import islice
from uuid import UUID, uuid4

from django.db import transaction

from houvast.ave.vocabulary import Responsibility
from houvast.cases.models import Access, Case, PhasePeriod, Seat
from houvast.cases.rules.matrix import RELATION_OF_SEAT, Relation, parts_for
from houvast.vault.models import Epoch, Key
from houvast.vault.sealing import wrap_new
from tests.worlds import START, World

BATCH = 2_000
OWN_CASES = 25
"""So many of the cases are led by the one who looks; the others by colleagues."""


def fill(world: World, number: int) -> None:
    """Add cases to a municipality: each with a phase, four seats and access for its holders and the process team."""
    key = Key(created_at=START)
    wrap_new(key, Epoch.objects.latest("number"))
    made = _cases(world, number, key)
    while batch := list(islice(made, BATCH)):
        rows = [row for case in batch for row in case]
        with transaction.atomic():
            Key.objects.bulk_create([row for row in rows if isinstance(row, Key)])
            Case.objects.bulk_create([row for row in rows if isinstance(row, Case)])
            PhasePeriod.objects.bulk_create([row for row in rows if isinstance(row, PhasePeriod)])
            Seat.objects.bulk_create([row for row in rows if isinstance(row, Seat)])
            Access.objects.bulk_create([row for row in rows if isinstance(row, Access)])


def _cases(world: World, number: int, like: Key) -> Iterator[list[Key | Case | PhasePeriod | Seat | Access]]:
    for count in range(number):
        director = "sanne" if count < OWN_CASES else "bram"
        holders = {
            Responsibility.CASE_DIRECTION: (world.id(director), "casusregisseur-wijkteam"),
            Responsibility.PROCESS_DIRECTION: (world.id("nadia"), "procesregisseur-oov"),
            Responsibility.OPERATIONAL: (world.id("erik"), "manager-sociaal-domein"),
            Responsibility.ADMINISTRATIVE: (world.id("wiebe"), "wethouder"),
        }
        yield _case(world, count, holders, like)


def _case(
    world: World, count: int, holders: dict[Responsibility, tuple[UUID, str]], like: Key
) -> list[Key | Case | PhasePeriod | Seat | Access]:
    since = START + timedelta(minutes=count)
    key = Key(created_at=since, epoch=like.epoch, wrapped=like.wrapped)
    seats = {responsibility: uuid4() for responsibility in Responsibility}
    case = Case(
        code=f"B-{count}",
        kind=Case.Kind.PERSON,
        name=f"Verzonnen {count}",
        municipality=world.municipality,
        adopted_model=world.adopted,
        key=key,
        domain="oggz",
        opened_at=since,
        phase_period_id=uuid4(),
        **{f"{responsibility}_id": seat_id for responsibility, seat_id in seats.items()},
    )
    rows: list[Key | Case | PhasePeriod | Seat | Access] = [key, case, _period(world, case)]
    for responsibility, seat_id in seats.items():
        member_id, function = holders[responsibility]
        rows.append(_seat(world, case, seat_id, responsibility, member_id, function))
        relation = RELATION_OF_SEAT[responsibility]
        rows += [
            _access(world, case, relation, part, seat_id, member_id=member_id)
            for part in parts_for(relation, phase=3, domain="")
        ]
    team = world.teams["Procesregie"].id
    rows += [
        _access(world, case, Relation.PROCESS_TEAM, part, case.id, team_id=team)
        for part in parts_for(Relation.PROCESS_TEAM, phase=3, domain="")
    ]
    return rows


def _period(world: World, case: Case) -> PhasePeriod:
    return PhasePeriod(
        id=case.phase_period_id,
        case=case,
        municipality=world.municipality,
        number=1,
        since=case.opened_at,
        state=PhasePeriod.State.OPEN,
        phase=3,
        cause=PhasePeriod.Cause.OPENED,
    )


def _seat(
    world: World, case: Case, seat_id: UUID, responsibility: Responsibility, member_id: UUID, function: str
) -> Seat:
    return Seat(
        id=seat_id,
        case=case,
        municipality=world.municipality,
        responsibility=responsibility,
        number=1,
        since=case.opened_at,
        state=Seat.State.HELD,
        cause=Seat.Cause.OPENED,
        member_id=member_id,
        function=function,
    )


def _access(
    world: World,
    case: Case,
    relation: Relation,
    part: str,
    source_id: UUID,
    *,
    member_id: UUID | None = None,
    team_id: UUID | None = None,
) -> Access:
    return Access(
        case=case,
        municipality=world.municipality,
        member_id=member_id,
        team_id=team_id,
        part=part,
        relation=relation,
        ground="bench",
        from_at=case.opened_at,
        source="seat",
        source_id=source_id,
    )
