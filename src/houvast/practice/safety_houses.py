"""What goes to a safety house and comes back. Everybody is *verzonnen*, and so is what they write."""

from datetime import datetime
from uuid import UUID

from houvast.directory.selectors import viewer_of
from houvast.kernel.ids import new_id
from houvast.kernel.working_time import in_amsterdam
from houvast.practice.casework import Casework
from houvast.practice.region import Person
from houvast.safety_house.rules.content import (
    LEGAL_GROUND,
    AnswerContent,
    LookBackContent,
    NewReferral,
    ReferralContent,
    ReferralOutcome,
    ReturnContent,
)
from houvast.safety_house.rules.criteria import DEFAULTS
from houvast.safety_house.rules.pieces import PieceKind
from houvast.safety_house.selectors.files import listed
from houvast.safety_house.services.answer_referral import answer_referral
from houvast.safety_house.services.look_back import look_back
from houvast.safety_house.services.refer import refer
from houvast.safety_house.services.return_case import return_case

_MOST = 100


def ask_house(case: Casework, by: Person, now: datetime, house_id: UUID, who: str, situation: str) -> UUID:
    """Refer a case to a house; gives the referral."""
    content = ReferralContent(
        expects="Eén tafel met zorg, politie en justitie, en één lijn naar de officier.",
        why_met="Zorg en straf lopen langs elkaar. Lokaal hebben wij alles geprobeerd.",
        necessity="",
        told="Thuis verteld, met de wijkagent erbij.",
    )
    new = NewReferral(
        content=content,
        criteria=frozenset(each.code for each in DEFAULTS[:3]),
        pieces={PieceKind.SITUATION: situation, PieceKind.PERSONS: who},
        legal_ground=LEGAL_GROUND,
        told_on=in_amsterdam(now).date(),
        tell_before=None,
    )
    return refer(actor=by.actor, now=now, case_id=case.id, house_id=house_id, new=new, referral_id=new_id())


def take_on(chair: Person, now: datetime) -> UUID:
    """Let the house accept what was just referred to it; gives the file."""
    lines = listed(viewer_of(chair.actor, now=now), now=now, most=_MOST)
    file_id = max(lines, key=lambda line: line.opened_at).id
    content = AnswerContent(
        will="Elke twee weken een casusoverleg, en de lijn naar de officier.",
        will_not="De casusregie nemen wij niet over. Wij regelen geen woning.",
        why="",
    )
    outcome = ReferralOutcome.ACCEPTED
    answer_referral(actor=chair.actor, now=now, file_id=file_id, outcome=outcome, content=content)
    return file_id


def give_back(chair: Person, now: datetime, file_id: UUID) -> None:
    """Let the house send the case back."""
    content = ReturnContent(
        done="Er is één plan. De officier en de kliniek kennen elkaar nu.",
        expects="Houd de wekelijkse afspraak vast, en bel ons als die twee keer uitvalt.",
        why="Het is al weken rustig.",
        care="De kliniek belt zelf met de huisarts als er iets verandert.",
        necessity="Anders hoort de gemeente te laat dat het weer misgaat.",
        legal_ground=LEGAL_GROUND,
        told_on=in_amsterdam(now).date().isoformat(),
        told="Samen besproken aan tafel.",
    )
    return_case(actor=chair.actor, now=now, file_id=file_id, content=content)


def see_what_came(by: Person, now: datetime, referral_id: UUID) -> None:
    """Look back on what both sides expected."""
    content = LookBackContent(
        ours="De tafel kwam er. De lijn naar de officier duurde zes weken.",
        theirs="Het overleg was eens in de drie weken.",
        next_time="Vooraf afspreken wie de officier belt.",
    )
    look_back(actor=by.actor, now=now, referral_id=referral_id, content=content)
