"""Who gets which part of an own page."""

from houvast.kernel.findable import Findable
from houvast.participation.rules.parts import ALWAYS, MAY_BE_ALLOWED, OF_RESIDENTS, OwnPart, parts_of
from houvast.participation.rules.taking_part import ParticipantKind

SELF, REPRESENTATIVE, NETWORK = ParticipantKind
OF_THE_PLAN = {
    OwnPart.FIRST,
    OwnPart.HELPERS,
    OwnPart.AGREEMENTS,
    OwnPart.LOOKED,
    OwnPart.SHARED,
}


def test_who_has_the_plan_and_who_represents_them_see_everything() -> None:
    assert parts_of(SELF, has_plan=True) == set(OwnPart)
    assert parts_of(REPRESENTATIVE, has_plan=True) == set(OwnPart)


def test_another_resident_of_the_case_sees_nothing_that_says_where_somebody_is() -> None:
    for kind in (SELF, REPRESENTATIVE):
        assert parts_of(kind, has_plan=False) == set(OwnPart) - OF_THE_PLAN


def test_a_plan_does_not_give_away_what_may_not_go_of_another_person_of_the_case() -> None:
    hidden = frozenset({Findable.HELPERS})
    for kind in (SELF, REPRESENTATIVE):
        assert parts_of(kind, has_plan=True, of_others=[set(Findable), hidden]) == set(OwnPart) - {OwnPart.FIRST}
    assert parts_of(SELF, has_plan=True, of_others=[set(Findable)]) == set(OwnPart)
    nothing = parts_of(SELF, has_plan=True, of_others=[set()])
    assert nothing == set(OwnPart) - {OwnPart.FIRST, OwnPart.HELPERS}
    allowed = [part.value for part in MAY_BE_ALLOWED]
    assert OwnPart.FIRST not in parts_of(NETWORK, has_plan=True, allowed=allowed, of_others=[hidden])


def test_somebody_of_the_network_sees_who_leads_and_their_own_tasks_and_what_is_allowed() -> None:
    assert {OwnPart.LEADER, OwnPart.OWN_TASKS, OwnPart.WORDS, OwnPart.LETTERS, OwnPart.OBJECTING} == ALWAYS
    assert parts_of(NETWORK, has_plan=True) == ALWAYS
    allowed = [OwnPart.HELPERS.value, OwnPart.LOOKED.value, "nonsense"]
    assert parts_of(NETWORK, has_plan=True, allowed=allowed) == ALWAYS | {OwnPart.HELPERS}
    assert parts_of(NETWORK, has_plan=False, allowed=allowed) == ALWAYS
    assert not parts_of(NETWORK, has_plan=True, allowed=list(OwnPart)) & OF_RESIDENTS
    assert parts_of(SELF, has_plan=False, allowed=allowed) == parts_of(SELF, has_plan=False)
