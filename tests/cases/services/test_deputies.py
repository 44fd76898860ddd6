"""A seat that fills itself from a function that ends, ends with it; who has the function for good goes first."""

from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest

from houvast.ave.vocabulary import Responsibility
from houvast.cases.models import Case, Seat
from houvast.cases.rules.scaling import Deciding, NewProposal
from houvast.cases.rules.seats import SeatState
from houvast.cases.selectors.bands import case_by_code
from houvast.cases.selectors.preview import new_phase, preview
from houvast.cases.services.scale import scale
from houvast.cases.services.steps.load_case import facts_of_seat
from houvast.desk.selectors.timeline import timeline
from houvast.desk.selectors.work import work
from houvast.directory.models import Member, MemberFunction
from houvast.directory.selectors import members_with_function, parsed_model, viewer
from houvast.web.scaling.consequences import of_moving
from houvast.web.work.pages import groups
from tests.lives import enough, open_with
from tests.worlds import NOW, World, add_member, make_world

pytestmark = pytest.mark.django_db
OPERATIONAL = Responsibility.OPERATIONAL
MANAGER = "manager-sociaal-domein"
# "Tot en met vrijdag 4 december" ends at midnight in Amsterdam.
MIDNIGHT, LAST_DAY = datetime(2026, 12, 4, 23, tzinfo=UTC), date(2026, 12, 4)


@pytest.fixture
def world() -> World:
    """Let Anouk be the deputy of a manager who is not there."""
    world = make_world()
    MemberFunction.objects.filter(member=world.members["erik"]).update(until_at=NOW)
    anouk = add_member(world.organisation, "Anouk uit Eemsdelta", MANAGER, "", "waarnemend manager", None)
    MemberFunction.objects.filter(member=anouk).update(until_at=MIDNIGHT)
    world.members["anouk"] = anouk
    return world


def seat(case_id: UUID) -> Seat:
    return Case.objects.select_related("operational").get(pk=case_id).operational


def up(world: World, case_id: UUID) -> None:
    """Scale up to 3, a day later."""
    new = NewProposal(3, enough(world, 2, 3), "Drie teams zijn apart bezig.")
    scale(actor=world.actor("marit"), now=NOW + timedelta(days=1), case_id=case_id, new=new, how=Deciding())


def shown(world: World, case_id: UUID, number: int) -> tuple[dict[Responsibility, object], str]:
    """Give the seats that the page shows beforehand, and what it says of the operational one."""
    looks = viewer(world.id("marit"), now=NOW)
    assert looks is not None
    found = case_by_code(looks, Case.objects.get(pk=case_id).code, now=NOW)
    made = preview(new_phase(looks, found, number, now=NOW), {}, now=NOW)
    lines = {line.lead: line.text for line in of_moving(made, looks, now=NOW)}
    return {each.responsibility: each.becomes for each in made.seats}, lines["Operationeel"]


def test_the_seat_of_a_deputy_says_until_when(world: World) -> None:
    case_id = open_with(world)
    found = seat(case_id)
    assert (found.state, found.member_id, found.until) == (SeatState.HELD_TEMPORARILY, world.id("anouk"), LAST_DAY)
    looks = viewer(world.id("sanne"), now=NOW)
    assert looks is not None
    told = timeline(looks, case_id, (), parsed_model(world.adopted), now=NOW)
    words = "Operationele verantwoordelijkheid: Anouk uit Eemsdelta neemt tijdelijk waar, tot vr 4 dec."
    assert words in [f"{line.strong}{line.text}" for line in told]
    anouk = viewer(world.id("anouk"), now=NOW)
    assert anouk is not None
    rows = {row.why: row for group in groups(work(anouk, now=NOW)) for row in group.rows}
    row = rows["U vangt de operationele verantwoordelijkheid tijdelijk op."]
    assert row.act.text == "Tijdelijk invullen"


def test_who_leaves_ends_the_function_too_and_the_longest_counts(world: World) -> None:
    def ends() -> dict[UUID, dict[str, datetime]]:
        lines = members_with_function(world.municipality.id, [MANAGER], now=NOW)
        return {line.id: dict(line.ends) for line in lines}

    def again(until_at: datetime | None) -> None:
        MemberFunction.objects.create(
            member_id=world.id("anouk"), function=MANAGER, title="manager", from_at=NOW, until_at=until_at
        )

    anouk, week = world.id("anouk"), timedelta(days=7)
    assert ends() == {anouk: {MANAGER: MIDNIGHT}}
    again(MIDNIGHT + week)
    assert ends() == {anouk: {MANAGER: MIDNIGHT + week}}
    again(None)
    assert ends() == {anouk: {}}
    Member.objects.filter(pk=anouk).update(until_at=MIDNIGHT - week)
    assert ends() == {anouk: {MANAGER: MIDNIGHT - week}}


def test_who_has_the_function_for_good_goes_before_a_deputy(world: World) -> None:
    add_member(world.organisation, "Zeger uit Eemsdelta", MANAGER, "", "manager", None)
    found = seat(open_with(world))
    assert (found.state, found.member.name if found.member else "") == (SeatState.HELD, "Zeger uit Eemsdelta")


def test_a_deputy_makes_way_when_the_case_is_scaled_as_the_page_says(world: World) -> None:
    case_id = open_with(world)
    _, stays = shown(world, case_id, 3)
    assert stays == " blijft tijdelijk bij Anouk uit Eemsdelta, tot en met vr 4 dec."
    add_member(world.organisation, "Zeger uit Eemsdelta", MANAGER, "", "manager", None)
    seats, goes = shown(world, case_id, 3)
    assert goes == " gaat van Anouk uit Eemsdelta naar Zeger uit Eemsdelta."
    up(world, case_id)
    now = Case.objects.get(pk=case_id)
    assert seats == {each: facts_of_seat(getattr(now, each.value)) for each in Responsibility}


def test_a_seat_never_goes_from_somebody_to_themselves(world: World) -> None:
    case_id = open_with(world, phase=3)
    MemberFunction.objects.filter(member=world.members["dirk"]).update(until_at=NOW)
    MemberFunction.objects.create(
        member=world.members["anouk"], function="directeur-sociaal-domein", title="directeur", from_at=NOW
    )
    _, by_another_function = shown(world, case_id, 4)
    assert by_another_function == " blijft bij Anouk uit Eemsdelta, weer zonder einddatum."
    MemberFunction.objects.filter(title="directeur").update(until_at=MIDNIGHT + timedelta(days=3))
    _, that_ends_too = shown(world, case_id, 4)
    assert that_ends_too == " blijft voor een tijd bij Anouk uit Eemsdelta, tot en met ma 7 dec."


def test_a_seat_that_goes_to_a_deputy_says_until_when(world: World) -> None:
    MemberFunction.objects.filter(member=world.members["anouk"]).update(until_at=NOW)
    case_id = open_with(world)
    assert seat(case_id).state == SeatState.VACANT
    MemberFunction.objects.create(
        member=world.members["anouk"], function=MANAGER, title="manager", from_at=NOW, until_at=MIDNIGHT
    )
    _, goes = shown(world, case_id, 3)
    assert goes == " gaat van niemand naar Anouk uit Eemsdelta, tot en met vr 4 dec."
