"""Who acts, as the log names them."""

import pytest

from houvast.kernel.actor import Actor, ActorKind, member, outsider, participant, system
from houvast.kernel.ids import new_id


def test_a_member_has_an_id_and_the_system_a_name() -> None:
    member_id = new_id()
    assert (member(member_id).member_id, member(member_id).name) == (member_id, "")
    assert (system("import-e33").member_id, system("import-e33").name) == (None, "import-e33")


@pytest.mark.parametrize(
    ("kind", "has_id", "name"),
    [
        (ActorKind.MEMBER, False, ""),
        (ActorKind.MEMBER, True, "Ruben"),
        (ActorKind.SYSTEM, True, "import-e33"),
        (ActorKind.SYSTEM, False, ""),
        (ActorKind.OUTSIDER, True, ""),
        (ActorKind.OUTSIDER, False, ""),
        (ActorKind.PARTICIPANT, True, ""),
        (ActorKind.PARTICIPANT, False, ""),
    ],
)
def test_nobody_acts_without_saying_who_and_no_name_of_a_person_gets_into_the_log(
    kind: ActorKind, has_id: bool, name: str
) -> None:
    with pytest.raises(ValueError, match="only"):
        Actor(kind, new_id() if has_id else None, name)


def test_an_outsider_is_the_id_of_a_contact_and_never_a_name() -> None:
    contact = new_id()
    assert (outsider(contact).member_id, outsider(contact).name) == (None, str(contact))
    with pytest.raises(ValueError, match="UUID"):
        Actor(ActorKind.OUTSIDER, name="Jan Prins")


def test_a_participant_is_the_id_of_their_row_and_never_a_name() -> None:
    row = new_id()
    assert (participant(row).member_id, participant(row).name) == (None, str(row))
    with pytest.raises(ValueError, match="UUID"):
        Actor(ActorKind.PARTICIPANT, name="Jan Prins")
