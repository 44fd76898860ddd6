"""Random reasons to see parts of cases, for comparing scopes with the slow reference."""

import random
from collections.abc import Iterator, Sequence
from datetime import timedelta
from uuid import UUID

import pytest

from houvast.cases.models import Access, Case, GlassBreak, Note
from houvast.cases.rules.matrix import Part, Relation
from houvast.directory.models import Member, Organisation, StandIn, Team
from houvast.kernel.ids import new_id
from tests.cases.crossing_scopes import reasons_to_cross
from tests.cases.shielding_reference import keep_one_out
from tests.worlds import NOW, World

DAY = timedelta(days=1)
MOMENTS = [NOW - DAY, NOW - timedelta(seconds=1), NOW, NOW + timedelta(seconds=1), NOW + DAY]
OF_A_ROW = {Relation.HOST, Relation.ASKED_TO_RECEIVE, Relation.BROKE_GLASS, Relation.SHARED_WITH}
"""The database gives these only with the row that they come from (below, and in the tests of `sharing`)."""
RELATIONS = ["tests", *sorted(set(Relation) - OF_A_ROW), *("item_holder", "aftercare", "receiver", "case_director") * 4]
"""What somebody is to a case: anything, and more often what a scope asks for."""


def ids_by_lot(patch: pytest.MonkeyPatch, seed: int) -> None:
    """Let new ids come from a seed, so that what is in the order of ids is the same for everybody, each time."""
    chance = random.Random(seed)
    patch.setattr("houvast.kernel.ids.uuid4", lambda: UUID(int=chance.getrandbits(128), version=4))


def give(world: World, case_id: UUID, part: str, **changes: object) -> Access:
    """Give Bram a reason to see a part of a case, but for the changes."""
    own = {"member_id": world.id("bram"), "from_at": NOW - DAY, "relation": "tests", "source_id": new_id()}
    fields = {**own, **changes}
    return Access.objects.create(
        case_id=case_id,
        municipality=world.municipality,
        part=part,
        ground="tests",
        source="tests",
        **fields,
    )


def scatter(world: World, chance: random.Random, sources: Sequence[UUID]) -> None:
    """Strew reasons and stand-ins over members, teams and organisations, and lock somebody out of each case.

    `sources` are rows because of which somebody may see something.
    """
    members, teams = list(Member.objects.order_by("id")), list(Team.objects.order_by("id"))
    organisations = list(Organisation.objects.order_by("id"))
    notes: dict[UUID, list[UUID | None]] = {}
    for note_id, of_case in Note.objects.order_by("id").values_list("id", "case_id"):
        notes.setdefault(of_case, []).append(note_id)
    for _ in range(4):
        member, stand_in = chance.sample(members, 2)
        begins = chance.choice(MOMENTS)
        until = begins + chance.choice([timedelta(seconds=1), DAY, 3 * DAY])
        StandIn.objects.create(member=member, stand_in=stand_in, from_at=begins, until_at=until)
    for case_id in Case.objects.values_list("id", flat=True):
        for part in chance.sample(list(Part), 5):
            viewers: list[dict[str, object]] = [
                {"member_id": chance.choice(members).id},
                {"member_id": None, "team_id": chance.choice(teams).id},
                {"member_id": None, "organisation_id": chance.choice(organisations).id},
            ]
            give(
                world,
                case_id,
                part,
                from_at=chance.choice(MOMENTS),
                until_at=chance.choice([None, None, *MOMENTS]),
                withdrawn_at=chance.choice([None, None, *MOMENTS]),
                relation=chance.choice(RELATIONS),
                source_id=chance.choice(sources),
                note_id=chance.choice(notes.get(case_id, [None])) if part == Part.NOTE else None,
                **chance.choices(viewers, weights=[4, 2, 1])[0],
            )
        keep_one_out(world, case_id, MOMENTS, chance)
    for crossing, of, own in (*reasons_to_cross(chance), *_reasons_by_glass(chance)):
        give(world, crossing, of, **own)


def _reasons_by_glass(chance: random.Random) -> Iterator[tuple[UUID, str, dict[str, object]]]:
    """Give for each time that somebody broke the glass what they saw of the case, and until when."""
    for broken in GlassBreak.objects.order_by("id"):
        own: dict[str, object] = {
            "member_id": broken.member_id,
            "relation": "broke_glass",
            "source_id": broken.id,
            "from_at": chance.choice(MOMENTS),
            "until_at": broken.until_at,
        }
        yield from ((broken.case_id, part, own) for part in (Part.BAND, Part.PEOPLE, Part.CARE_SUMMARY))
