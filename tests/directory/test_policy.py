"""Who may manage the directory, condition by condition."""

from dataclasses import replace
from uuid import UUID, uuid4

import pytest

from houvast.directory import policy
from houvast.directory.viewer import Viewer
from tests.sentences import said

HERE, ELSEWHERE = uuid4(), uuid4()
ME, OTHER, THIRD = uuid4(), uuid4(), uuid4()


def person(member_id: UUID = ME, organisation_id: UUID = HERE, *, is_administrator: bool = True) -> Viewer:
    return Viewer(
        member_id=member_id,
        name="Iemand",
        title="",
        member_ids=frozenset({member_id}),
        team_ids=frozenset(),
        organisation_id=organisation_id,
        municipality_id=None,
        municipality_name="",
        municipality_code="",
        partner_region=None,
        functions=frozenset(),
        domains=frozenset(),
        mandates=frozenset(),
        duo_member_ids=frozenset(),
        is_administrator=is_administrator,
        is_privacy_officer=False,
    )


@pytest.mark.parametrize(
    ("manager", "organisation_id", "expected"),
    [
        (None, HERE, "system"),
        (None, None, "system"),
        (person(), HERE, "administrator"),
        (person(), ELSEWHERE, "not_administrator"),
        (person(), None, "not_administrator"),
        (person(is_administrator=False), HERE, "not_administrator"),
    ],
)
def test_an_organisation_is_managed_by_its_own_administrator(
    manager: Viewer | None, organisation_id: UUID | None, expected: str
) -> None:
    assert said(policy.may_manage(manager, organisation_id)) == expected


@pytest.mark.parametrize(
    ("manager", "receiver", "expected"),
    [
        (None, OTHER, "system"),
        (person(), OTHER, "administrator"),
        (person(), ME, "own_rights"),
        (person(is_administrator=False), ME, "not_administrator"),
    ],
)
def test_nobody_gives_oneself_rights(manager: Viewer | None, receiver: UUID, expected: str) -> None:
    assert said(policy.may_give(manager, HERE, frozenset({receiver, THIRD}))) == expected


@pytest.mark.parametrize(
    ("manager", "place", "stand_in", "expected"),
    [
        (person(is_administrator=False), ME, OTHER, "own_place"),
        (person(is_administrator=False), OTHER, THIRD, "not_administrator"),
        (person(), OTHER, THIRD, "administrator"),
        (person(), OTHER, ME, "own_rights"),
        (None, OTHER, THIRD, "system"),
    ],
)
def test_a_stand_in_is_named_by_oneself_or_an_administrator(
    manager: Viewer | None, place: UUID, stand_in: UUID, expected: str
) -> None:
    assert said(policy.may_name_stand_in(manager, HERE, place, stand_in)) == expected


@pytest.mark.parametrize(
    ("manager", "holder", "asked_by", "expected"),
    [
        (person(), OTHER, THIRD, "administrator"),
        (person(), OTHER, ME, "two_people"),
        (person(), ME, THIRD, "own_rights"),
        (person(organisation_id=ELSEWHERE), OTHER, THIRD, "not_administrator"),
        (person(is_administrator=False), OTHER, THIRD, "not_administrator"),
    ],
)
def test_a_repair_is_approved_by_a_second_administrator(
    manager: Viewer, holder: UUID, asked_by: UUID, expected: str
) -> None:
    assert said(policy.may_approve_repair(manager, HERE, holder, asked_by)) == expected


def test_a_repair_is_asked_by_an_administrator_for_somebody_else() -> None:
    assert said(policy.may_ask_repair(person(), HERE, OTHER)) == "administrator"
    assert said(policy.may_ask_repair(person(), HERE, ME)) == "own_rights"


@pytest.mark.parametrize(
    ("actor_id", "is_practice", "expected"),
    [
        (ME, False, "own_account"),
        (OTHER, False, "not_holder"),
        (None, False, "not_holder"),
        (ME, True, "practice_account"),
    ],
)
def test_a_password_is_changed_by_its_holder(actor_id: UUID | None, is_practice: bool, expected: str) -> None:
    assert said(policy.may_change_password(actor_id=actor_id, holder_id=ME, is_practice=is_practice)) == expected


def test_only_the_privacy_officer_of_a_municipality_reads_its_log() -> None:
    officer = replace(person(), is_privacy_officer=True, municipality_id=HERE)
    assert said(policy.may_read_log(officer)) == "privacy_officer"
    assert said(policy.may_read_log(replace(officer, municipality_id=None))) == "not_privacy_officer"
    assert said(policy.may_read_log(replace(officer, is_privacy_officer=False))) == "not_privacy_officer"


@pytest.mark.parametrize(
    ("manager", "usernames", "expected"),
    [
        (None, set(), "system"),
        (None, {"beheer"}, "system"),
        (None, {"iemand"}, "has_administrator"),
        (None, {"beheer", "iemand"}, "has_administrator"),
        (person(), set(), "not_administrator"),
    ],
)
def test_the_first_administrator_is_made_by_a_command_where_there_is_none(
    manager: Viewer | None, usernames: set[str], expected: str
) -> None:
    verdict = policy.may_make_first_administrator(manager, frozenset(usernames), "beheer")
    assert said(verdict) == expected


@pytest.mark.parametrize(
    ("manager", "holder", "is_practice", "expected"),
    [
        (person(), OTHER, False, "administrator"),
        (None, OTHER, False, "system"),
        (person(), OTHER, True, "practice_account"),
        (person(), ME, False, "own_rights"),
        (person(), ME, True, "own_rights"),
        (person(organisation_id=ELSEWHERE), OTHER, False, "not_administrator"),
    ],
)
def test_an_administrator_makes_a_code_for_somebody_else(
    manager: Viewer | None, holder: UUID, is_practice: bool, expected: str
) -> None:
    assert said(policy.may_make_activation(manager, HERE, holder, is_practice=is_practice)) == expected
