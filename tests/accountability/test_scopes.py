"""Default deny: who has nothing to do with requests, samples and alarms sees no row of any of these tables."""

from functools import partial

import pytest
from django.db.models import QuerySet

from houvast.accountability import scopes
from houvast.accountability.models import Alarm
from houvast.accountability.selectors.sampling import samples
from houvast.directory.selectors import viewer_of
from houvast.directory.viewer import Viewer
from houvast.kernel.errors import NotVisible
from tests.accountability.asking import Asking, ask
from tests.accountability.sampled import draw, judge, reads
from tests.sharing.worlds import make_sharing
from tests.worlds import NOW, World, make_world

pytestmark = pytest.mark.django_db

OFFICER = (
    "alarms",
    "samples",
    "sampled_openings",
    "sample_findings",
    "request_items",
    "item_choices",
    "handled_requests",
)
KEEPER = ("requests", "request_handlers", "request_turns")
HOUSE = ("requests_of_house", "turns_of_house", "effects_of_house", "items_of_house", "choices_of_house")
AT_A_MOMENT = ("request_items", "item_choices", "handled_requests", "request_effects", "gathered_cases")


def _filled() -> World:
    made = make_sharing()
    asking: Asking = ask(made.world)
    asking.identify()
    asking.gather()
    reads(made.world, "sanne", made.case_id)
    judge(made.world, draw(made.world))
    here = made.world.municipality
    Alarm.objects.create(
        municipality=here, member=made.world.members["bram"], day=NOW.date(), cases=50, threshold=40, at=NOW
    )
    return made.world


def _rows(name: str, viewer: Viewer) -> int:
    scope = getattr(scopes, name)
    asked: QuerySet[Alarm] = partial(scope, now=NOW)(viewer) if name in AT_A_MOMENT else scope(viewer)
    return asked.count()


def _seen(world: World, who: str) -> set[str]:
    viewer = viewer_of(world.actor(who), now=NOW)
    return {name for name in {*OFFICER, *KEEPER, *HOUSE, *AT_A_MOMENT} if _rows(name, viewer)}


def test_each_table_is_seen_by_who_has_to_do_with_it_and_by_nobody_else() -> None:
    here, there = _filled(), make_world("opsterland", "Opsterland")
    assert _seen(here, "privacy") == {*OFFICER, *KEEPER} - {"item_choices"}
    assert _seen(here, "dirk") == {*KEEPER}
    assert _seen(here, "sanne") == _seen(here, "marit") == {"gathered_cases"}
    for world, who in ((here, "beheer"), (here, "bram"), (there, "privacy"), (there, "sanne")):
        assert _seen(world, who) == set()
    with pytest.raises(NotVisible):
        samples(viewer_of(here.actor("dirk"), now=NOW))


def test_who_an_alarm_is_about_does_not_see_it() -> None:
    world = make_world()
    privacy, here = world.members["privacy"], world.municipality
    Alarm.objects.create(municipality=here, member=privacy, day=NOW.date(), cases=50, threshold=40, at=NOW)
    assert not scopes.alarms(viewer_of(world.actor("privacy"), now=NOW)).exists()
