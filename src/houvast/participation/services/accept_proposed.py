"""Say yes to somebody whom a resident proposes: they become one of the network, by the verb for that."""

from dataclasses import replace
from datetime import datetime
from uuid import UUID

from houvast.cases.services.add_to_network import add_to_network
from houvast.kernel.actor import Actor
from houvast.kernel.errors import Invalid, NotVisible
from houvast.participation import events
from houvast.participation.rules.wishing import WishKind, answer_problems
from houvast.participation.services.steps.load_wish import Answer, acting_on_wish, write_answer
from houvast.residents.services.add_network_member import NewNetworkMember


def accept_proposed(*, actor: Actor, now: datetime, wish_id: UUID, new: NewNetworkMember, answer: str = "") -> UUID:
    """Add them to the network of the resident as `new` says, whoever it names; gives the id. They see nothing by it.

    Raises `NotVisible`, `Refused`, `Invalid`, or `Conflict` when there is an answer already.
    """
    with acting_on_wish(events.WISH_GRANTED, wish_id, actor=actor, now=now) as (loaded, row):
        if row.kind != WishKind.SOMEBODY:
            raise NotVisible
        problems = answer_problems(answer)
        if problems:
            raise Invalid(problems)
        theirs = replace(new, resident_id=row.resident_id)
        member_id = add_to_network(actor=actor, now=now, case_id=row.case_id, new=theirs)
        write_answer(loaded, row, Answer(True, answer, network_member_id=member_id), now=now)
        return member_id
