"""Who is shielded from a reader, or from whom they speak for, is not found on an own page."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from houvast.cases.services.ask_resident import ask_resident
from houvast.cases.services.remove_resident import remove_resident
from houvast.cases.services.shield_in_case import NewShield, shield_in_case
from houvast.desk.selectors.own_page import own_page
from houvast.directory.selectors import viewer_of
from houvast.kernel.working_time import in_amsterdam
from houvast.participation.rules.parts import OwnPart, parts_of
from houvast.participation.rules.taking_part import ParticipantKind
from houvast.participation.selectors.of_case import participants_of
from houvast.participation.selectors.taking_part import participating
from houvast.plans.rules.tasks import Owner
from houvast.plans.services.add_task import NewTask, add_task
from houvast.residents.models import Resident
from houvast.residents.rules.shielding import Other
from houvast.residents.services.shield_resident import shield_resident
from tests.participation.worlds import Household
from tests.worlds import NOW

LATER = NOW + timedelta(hours=1)


@pytest.fixture
def home(db: None) -> Household:
    return Household()


def test_a_shield_takes_the_plan_away_and_who_represents_the_shielded(home: Household) -> None:
    own, parent = home.takes_part(), home.takes_part(home.parent)

    def shield(whom: Resident, other: Resident) -> None:
        new = NewShield([Other(resident_id=other.id)], [], "Hij zoekt haar (verzonnen).", date(2027, 1, 11))
        shield_in_case(actor=home.sanne, now=LATER, case_id=home.case_id, resident_id=whom.id, new=new)

    shield(home.lieke, home.ruben)
    seen = participating(own.id, now=LATER)
    assert seen is not None
    assert seen.parts == parts_of(ParticipantKind.SELF, has_plan=False)
    assert participating(parent.id, now=LATER) is not None
    shield(home.fenna, home.lieke)
    assert participating(parent.id, now=LATER) is None
    lines = participants_of(viewer_of(home.sanne, now=LATER), home.case_id, now=LATER)
    assert {line.why_not for line in lines} == {"", "De inwoner is afgeschermd van deze persoon."}


def test_who_fled_and_left_the_case_is_not_found_by_who_stays(home: Household) -> None:
    """Alone in the case afterwards, the other gets nothing of the plan that they shared, nor a trace in an own task."""
    who = home.takes_part(home.other)
    for each in (home.ruben, home.fenna):
        remove_resident(actor=home.sanne, now=NOW, case_id=home.case_id, resident_id=each.id)
    unshielded = participating(who.id, now=NOW)
    assert unshielded is not None
    assert OwnPart.AGREEMENTS not in unshielded.parts
    assert unshielded.shielded_since is None
    task = NewTask(
        "Belt Sanne, niet naar Delfzijl, Laan van Ruben 12", Owner(resident_id=home.lieke.id), date(2026, 12, 14)
    )
    add_task(actor=home.sanne, now=NOW, case_id=home.case_id, new=task)
    question = "Was u in de Laan van Ruben?"
    ask_resident(actor=home.sanne, now=NOW, case_id=home.case_id, resident_id=home.lieke.id, question=question)
    shield_resident(
        actor=home.sanne,
        now=NOW,
        resident_id=home.ruben.id,
        other=Other(home.lieke.id),
        reason="Zij zoekt hem (verzonnen).",
        review_on=date(2027, 1, 11),
    )
    shielded = participating(who.id, now=LATER)
    assert shielded is not None
    assert (shielded.parts, shielded.shielded_since) == (unshielded.parts, in_amsterdam(NOW).date())
    words = [line.in_words for part in own_page(shielded, now=LATER).sections for line in part.lines]
    assert any(each.startswith("U: Belt Sanne, niet naar Delfzijl, [weggelaten]") for each in words)
    assert "Iemand leidt de hulp." in words
    assert any("Was u in de [weggelaten]?" in each for each in words)
    assert [each for each in words if "Laan van Ruben" in each] == []


def test_who_represents_somebody_gets_nothing_that_must_be_kept_from_that_one(home: Household) -> None:
    """Ruben hides from Fenna; her mother, from whom nobody hides, reads the page of Fenna with her."""
    parent = home.takes_part(replace(home.parent, sees_plan=True))
    assert OwnPart.AGREEMENTS in parent.parts
    words = "Niet naar de Laan van Ruben"
    ask_resident(actor=home.sanne, now=NOW, case_id=home.case_id, resident_id=home.fenna.id, question=f"{words}?")
    new = NewShield([Other(home.fenna.id)], [], "Hij is veilig elders (verzonnen).", date(2027, 1, 11))
    shield_in_case(actor=home.sanne, now=NOW, case_id=home.case_id, resident_id=home.ruben.id, new=new)
    shielded = participating(parent.id, now=LATER)
    assert shielded is not None
    assert shielded.parts == parts_of(ParticipantKind.REPRESENTATIVE, has_plan=False)
    assert shielded.shielded_since == in_amsterdam(NOW).date()
    said = [line.in_words for part in own_page(shielded, now=LATER).sections for line in part.lines]
    assert any("Niet naar de [weggelaten]?" in each for each in said)
    assert [each for each in said if "Laan van Ruben" in each] == []


def test_no_code_goes_to_the_number_of_somebody_from_whom_another_is_shielded(home: Household) -> None:
    """The same person may stand in the register and in a network; a shield names one of both."""
    near = home.takes_part(home.near())
    Resident.objects.filter(pk=home.lieke.id).update(phone="+31 6 00 00 04 19")
    assert participating(near.id, now=LATER) is not None
    new = NewShield([Other(resident_id=home.lieke.id)], [], "Zij zoekt hem (verzonnen).", date(2027, 1, 11))
    shield_in_case(actor=home.sanne, now=LATER, case_id=home.case_id, resident_id=home.ruben.id, new=new)
    assert participating(near.id, now=LATER) is None
    (line,) = participants_of(viewer_of(home.sanne, now=LATER), home.case_id, now=LATER)
    assert line.why_not.startswith("Dit nummer is van iemand")
    assert home.takes_part(home.other, now=LATER).shielded_since is not None
