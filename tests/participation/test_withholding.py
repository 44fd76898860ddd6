"""A part that is left out is gone from the page in the same second, and comes back when somebody says so."""

from datetime import date, timedelta

import pytest

from houvast.audit.models import Entry
from houvast.desk.rules.work import Act
from houvast.desk.selectors.work import work
from houvast.directory.selectors import viewer_of
from houvast.kernel.errors import Conflict, Invalid, NotVisible, Refused
from houvast.kernel.ids import new_id
from houvast.participation.models import WithheldPart
from houvast.participation.rules.parts import OwnPart
from houvast.participation.selectors.taking_part import Participating, participating
from houvast.participation.selectors.withholding import withheld_in
from houvast.participation.services.end_own_page import end_own_page
from houvast.participation.services.withhold_part import NewWithheld, show_part_again, withhold_part
from houvast.residents.models import Resident
from tests.participation.worlds import Household
from tests.sentences import told_at
from tests.worlds import NOW

WHY = "Zij is nog niet verhuisd (verzonnen)."
LATER = NOW + timedelta(hours=1)


@pytest.fixture
def home(db: None) -> Household:
    return Household()


def leave_out(
    home: Household, part: OwnPart = OwnPart.HELPERS, days: int = 30, who: Participating | None = None
) -> NewWithheld:
    new = NewWithheld(part, WHY, days, who.id if who else None)
    withhold_part(actor=home.sanne, now=NOW, case_id=home.case_id, new=new)
    return new


def parts(who: Participating) -> frozenset[OwnPart]:
    found = participating(who.id, now=LATER)
    assert found is not None
    return found.parts


def test_it_is_gone_for_one_or_for_everybody_until_it_is_shown_again(home: Household) -> None:
    ruben, lieke = home.takes_part(), home.takes_part(home.other)
    of_one, of_all = leave_out(home, who=ruben), leave_out(home, OwnPart.STEP)
    assert parts(ruben) == set(OwnPart) - {OwnPart.HELPERS, OwnPart.STEP}
    assert OwnPart.STEP not in parts(lieke)
    lines = withheld_in(viewer_of(home.sanne, now=NOW), home.case_id, now=NOW)
    assert {(line.part, line.who, line.reason, line.review_on) for line in lines} == {
        (OwnPart.HELPERS, "Ruben Dijkhuis", WHY, date(2026, 12, 23)),
        (OwnPart.STEP, "", WHY, date(2026, 12, 23)),
    }
    for new in (of_one, of_all):
        show_part_again(actor=home.sanne, now=LATER, withheld_id=new.id)
    assert parts(ruben) == set(OwnPart)
    assert WHY not in str([entry.details for entry in Entry.objects.all()])


def test_a_page_that_is_given_anew_shows_no_more(home: Household) -> None:
    ruben = home.takes_part()
    leave_out(home, who=ruben)
    end_own_page(actor=home.sanne, now=NOW, participant_id=ruben.id)
    assert OwnPart.HELPERS not in home.takes_part(now=LATER).parts


def test_what_does_not_fit_is_said_and_twice_is_once(home: Household) -> None:
    leave_out(home)
    with pytest.raises(Conflict):
        leave_out(home)
    leave_out(home, who=home.takes_part())
    for new, where in (
        (NewWithheld(OwnPart.LEADER, WHY, 30), "part"),
        (NewWithheld(None, WHY, 30), "part"),
        (NewWithheld(OwnPart.STEP, WHY, 30, new_id()), "participant"),
    ):
        with pytest.raises(Invalid) as wrong:
            withhold_part(actor=home.sanne, now=NOW, case_id=home.case_id, new=new)
        assert told_at(wrong.value.problems) == {where}
    assert WithheldPart.objects.count() == 2


def test_only_the_case_director_does_it(home: Household) -> None:
    new = leave_out(home)
    for name, said_no in (("marit", Refused), ("privacy", NotVisible)):
        actor = home.world.actor(name)
        with pytest.raises(said_no):
            withhold_part(actor=actor, now=NOW, case_id=home.case_id, new=NewWithheld(OwnPart.STEP, WHY, 30))
    with pytest.raises(NotVisible):
        show_part_again(actor=home.world.actor("privacy"), now=NOW, withheld_id=new.id)


def test_on_its_day_it_is_work_until_somebody_ends_it(home: Household) -> None:
    new = leave_out(home, days=2)

    def waits(day: int) -> bool:
        at = NOW + timedelta(days=day)
        groups = work(viewer_of(home.sanne, now=at), now=at).groups
        return Act.REVIEW_OWN_PAGE in {row.act for group in groups for row in group.rows}

    assert (waits(1), waits(2), waits(30)) == (False, True, True)
    show_part_again(actor=home.sanne, now=NOW, withheld_id=new.id)
    assert not waits(30)


def test_whom_the_plan_is_about_gets_no_appointments_beside_somebody_with_a_hidden_address(home: Household) -> None:
    ruben = home.takes_part()
    Resident.objects.filter(pk=home.lieke.id).update(hidden_address=True)
    assert parts(ruben) == set(OwnPart) - {OwnPart.FIRST}
