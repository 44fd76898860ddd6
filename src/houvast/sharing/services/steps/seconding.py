"""Who approves as the second person: whom the ground of the municipality names, and never who asks."""

from datetime import datetime
from uuid import UUID

from houvast.ave.vocabulary import ASSIGNED
from houvast.cases.rules.matrix import Relation
from houvast.cases.services.act_in_case import LoadedCase
from houvast.cases.services.let_see import Sight, let_see
from houvast.directory.selectors import members_with_function
from houvast.kernel.actor import Actor
from houvast.sharing.models import Disclosure
from houvast.sharing.rules.grounds import GroundLine
from houvast.sharing.services.steps.disclosing import SOURCE


def seconds(loaded: LoadedCase, ground: GroundLine, *, now: datetime) -> frozenset[UUID]:
    """Give who can approve what the viewer asks on this ground; nobody when it asks for no second person."""
    if not ground.second:
        return frozenset()
    if ground.second_by:
        held = members_with_function(loaded.case.municipality_id, [ground.second_by], now=now)
        return frozenset(each.id for each in held) - {loaded.viewer.member_id}
    leads = (loaded.facts.holder(each) for each in ASSIGNED)
    return frozenset(each for each in leads if each is not None) - {loaded.viewer.member_id}


def let_second_see(loaded: LoadedCase, row: Disclosure, ground: GroundLine, *, actor: Actor, now: datetime) -> None:
    """Let who has the function see what is asked and why, until it is answered; who leads the case sees it already."""
    if ground.second_by:
        asked = sorted(seconds(loaded, ground, now=now))
        sight = Sight(Relation.ASKED_TO_APPROVE, SOURCE, row.id, f"second:{ground.second_by}"[:40], asked)
        let_see(actor=actor, now=now, case_id=row.case_id, sight=sight)
