"""Let who has a mandate see one question for tailor-made help until it is answered.

Who holds operational responsibility sees what is asked of them by holding it (`cases.rules.matrix`).
"""

from datetime import datetime

from houvast.cases.rules.matrix import Relation
from houvast.cases.services.act_in_case import LoadedCase
from houvast.cases.services.let_see import Sight, end_sight, let_see
from houvast.directory.selectors import mandated
from houvast.kernel.actor import Actor
from houvast.plans.models import TailorMade
from houvast.plans.rules.tailor_made import deciding_functions

SOURCE = "tailor_made"


def let_mandated_see(loaded: LoadedCase, tailor_made: TailorMade, *, actor: Actor, now: datetime) -> None:
    """Begin the sight of those who may answer on somebody's behalf; there may be none."""
    functions = deciding_functions(loaded.model, loaded.phase)
    members = mandated(loaded.case.municipality_id, functions, now=now)
    if members:
        sight = Sight(Relation.ASKED_FOR_TAILOR_MADE, SOURCE, tailor_made.id, "mandate", members)
        let_see(actor=actor, now=now, case_id=loaded.case.id, sight=sight)


def end_mandated_sight(loaded: LoadedCase, tailor_made: TailorMade, *, actor: Actor, now: datetime) -> None:
    """End it: the question was answered or taken back."""
    end_sight(actor=actor, now=now, case_id=loaded.case.id, source=SOURCE, source_id=tailor_made.id)
