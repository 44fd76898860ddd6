"""What the verbs of crucial moments say no to: at its field, and nothing has changed."""

from collections.abc import Callable

import pytest

from houvast.cases.models import MomentItem, MomentTurn
from houvast.cases.services.add_moment_item import add_moment_item
from houvast.cases.services.name_moment_contact import NewContact
from houvast.cases.services.plan_moment import NewMoment, plan_moment
from houvast.kernel.errors import Invalid
from houvast.kernel.ids import new_id
from tests.cases.services.moment_scene import (
    LATER,
    TODAY,
    Scene,
    add,
    cancel,
    happen,
    move,
)
from tests.moments import FIRST, FROM, PRISON_OUT, SECOND

pytestmark = pytest.mark.django_db


WRONG: list[tuple[str, Callable[[Scene], None], set[str]]] = [
    ("no day", lambda scene: move(scene, None), {"on_date"}),
    ("the same day", lambda scene: move(scene, FIRST), {"on_date"}),
    ("no reason to move", lambda scene: move(scene, reason=" "), {"reason"}),
    ("not yet", lambda scene: happen(scene, FIRST), {"on_date"}),
    ("no reason to cancel", lambda scene: cancel(scene, " "), {"reason"}),
    ("no text", lambda scene: add(scene, text=" "), {"text"}),
    ("no term", lambda scene: add(scene, due=None), {"due"}),
    ("before is after", lambda scene: add(scene, due=SECOND), {"due"}),
    ("after is before", lambda scene: add(scene, timing=MomentItem.Timing.AFTER, due=TODAY), {"due"}),
    ("a stranger", lambda scene: add(scene, member_id=new_id()), {"member"}),
]


@pytest.mark.parametrize(("act", "fields"), [each[1:] for each in WRONG])
def test_what_is_wrong_is_told_at_its_field_and_changes_nothing(
    scene: Scene, act: Callable[[Scene], None], fields: set[str]
) -> None:
    before = (MomentTurn.objects.count(), MomentItem.objects.count())
    with pytest.raises(Invalid) as told:
        act(scene)
    assert told.value.problems.keys() == fields
    assert (MomentTurn.objects.count(), MomentItem.objects.count()) == before


def test_somebody_does_every_item(scene: Scene) -> None:
    with pytest.raises(Invalid) as told:
        add_moment_item(
            actor=scene.world.actor("sanne"),
            now=LATER,
            moment_id=scene.moment,
            text="Post",
            who=" ",
            timing=MomentItem.Timing.BEFORE,
            due=FIRST,
        )
    assert told.value.problems.keys() == {"who"}


def test_planning_says_what_is_wrong_at_each_field(scene: Scene) -> None:
    nameless = NewContact(FROM, " ", "PI (verzonnen)")
    new = NewMoment(PRISON_OUT, None, contacts=[nameless])
    with pytest.raises(Invalid) as told:
        plan_moment(actor=scene.world.actor("sanne"), now=LATER, case_id=scene.case, new=new)
    assert told.value.problems.keys() == {"on_date", "from_name"}
