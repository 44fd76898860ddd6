"""Who begins a reporting code and who records its steps."""

from houvast.cases.rules.matrix import Part
from houvast.reporting_code.policy import may_begin, may_record_step
from tests.cases.test_policy import CLOSED, DIRECTOR, HOLDERS, LEADER, NOBODY, OPEN, STAND_IN

CARE, KNOWS = (Part.BAND, Part.CARE_NOTES), (Part.BAND, Part.CARE_SUMMARY)


def test_who_leads_on_a_ground_for_care_begins_one() -> None:
    assert may_begin(HOLDERS["director"], OPEN, CARE).allowed
    assert may_begin(HOLDERS["leader"], OPEN, KNOWS).allowed
    assert may_begin(HOLDERS["leader"], OPEN, (Part.BAND, Part.GENERAL_NOTES)).reason == "no_care_ground"
    assert may_begin(HOLDERS["manager"], OPEN, CARE).reason == "not_a_director"
    assert may_begin(HOLDERS["director"], CLOSED, CARE).reason == "case_closed"


def test_who_began_it_and_the_case_director_record_its_steps() -> None:
    assert may_record_step(HOLDERS["leader"], OPEN, begun_by=LEADER).ground == "began_it"
    assert may_record_step(HOLDERS["leader"], CLOSED, begun_by=LEADER).ground == "began_it"
    assert may_record_step(STAND_IN, OPEN, begun_by=DIRECTOR).ground == "began_it"
    assert may_record_step(HOLDERS["director"], OPEN, begun_by=LEADER).ground == "case_director"
    assert may_record_step(HOLDERS["leader"], OPEN, begun_by=DIRECTOR).reason == "not_the_starter"
    assert may_record_step(HOLDERS["director"], CLOSED, begun_by=LEADER).reason == "not_the_starter"
    assert may_record_step(NOBODY, CLOSED, begun_by=LEADER).reason == "not_the_starter"
