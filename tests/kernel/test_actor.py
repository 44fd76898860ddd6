"""Who acts, as the log names them."""

import pytest

from houvast.kernel.actor import Actor, ActorKind, member, system
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
    ],
)
def test_nobody_acts_without_saying_who_and_no_name_of_a_person_gets_into_the_log(
    kind: ActorKind, has_id: bool, name: str
) -> None:
    with pytest.raises(ValueError, match="only"):
        Actor(kind, new_id() if has_id else None, name)
