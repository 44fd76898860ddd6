"""Eemsdelta: who of the residents reads along on a page of their own. Everybody is *verzonnen*."""

from uuid import UUID

from houvast.accountability.rules.asking import AnswerWay, NewAsking, SignInWay
from houvast.accountability.rules.requests import RequestKind
from houvast.accountability.services.ask_for_rights import ask_for_rights
from houvast.cases.rules.own_words import WordsAbout
from houvast.cases.services.ask_resident import ask_resident
from houvast.cases.services.read_own_words import read_own_words
from houvast.kernel.actor import participant
from houvast.kernel.working_time import in_amsterdam
from houvast.letters.rules.kinds import LetterKind
from houvast.letters.services.record_sent import record_sent
from houvast.participation.practice import PRACTICE_CODES
from houvast.participation.rules.parts import OwnPart
from houvast.participation.rules.settings import OwnPageFacts
from houvast.participation.rules.taking_part import Capacity, ParticipantKind
from houvast.participation.rules.wishing import NewWish, WishKind
from houvast.participation.services.give_own_page import NewParticipant, give_own_page
from houvast.participation.services.make_wish import make_wish
from houvast.participation.services.say import say
from houvast.participation.services.set_own_page import set_own_page
from houvast.participation.services.withhold_part import NewWithheld, withhold_part
from houvast.plans.selectors.own_page import own_plan
from houvast.practice.casework import Casework
from houvast.practice.homes import Home
from houvast.practice.phone_numbers import landline, mobile
from houvast.practice.stage import Stage
from houvast.practice.stories import Story
from houvast.practice.writing import day_after, write_to

_RUBEN, _JANNA, _LIEKE = PRACTICE_CODES.values()
_ASKED = "Wie mag Fenna ophalen als u naar huis gaat?"
_SISTER = "Ik kan op zondag koken. Bel mij als hij niet opendoet, dan kom ik."
_HIS = "Ik vind dinsdag een slechte dag, dan slaap ik uit. Kan het niet op woensdag?"
_HIS_DATA = NewAsking(
    RequestKind.INSPECTION, "Ik wil weten wat de kliniek van mij vertelde.", AnswerWay.PICK_UP, SignInWay.CODES
)
_FRIEND = NewWish(
    WishKind.SOMEBODY,
    "Sietse mag weten hoe het gaat. Hij wil mee naar het gesprek.",
    name="Sietse Vonk",
    relation="vriend van vroeger",
    phone=mobile(431),
)
_SUPPORTER = OwnPageFacts(
    supporter_name="Noor Feenstra",
    supporter_organisation="Cliëntondersteuning Noord",
    supporter_phone=landline("050", 555),
    complaint_at="Klachtencoördinator van de gemeente",
    complaint_phone=landline("0596", 110),
)


def own_pages(stage: Stage, case: Casework, home: Home, sister: UUID) -> Story:
    """Tell how Ruben got a page of his own, and how his sister sees what he allows."""
    marit, ruben = stage["oggz"], home.residents[0]
    now = yield stage.at.working_ago(4, 10)
    manager = stage["keeper"]
    set_own_page(actor=manager.actor, now=now, municipality_id=stage.town.id, facts=_SUPPORTER)
    now = yield stage.at.working_ago(4, 11)
    self = NewParticipant(ruben.id, person_id=ruben.id, sees_plan=True)
    his = give_own_page(actor=marit.actor, now=now, case_id=case.id, new=self, chosen_code=_RUBEN).participant_id
    near = NewParticipant(
        ruben.id,
        network_member_id=sister,
        kind=ParticipantKind.NETWORK,
        sees_plan=True,
        allowed=(OwnPart.HELPERS.value, OwnPart.FIRST.value),
    )
    hers = give_own_page(actor=marit.actor, now=now, case_id=case.id, new=near, chosen_code=_JANNA).participant_id
    now = yield stage.at.working_ago(3, 20)
    say(actor=participant(hers), now=now, participant_id=hers, words=_SISTER)
    now = yield stage.at.working_ago(2, 9)
    read_own_words(actor=marit.actor, now=now, case_id=case.id, seen_words=1)
    now = yield stage.at.working_ago(2, 10)
    ask_resident(actor=marit.actor, now=now, case_id=case.id, resident_id=ruben.id, question=_ASKED)
    talk = f"{day_after(now, 4)} om 10.00 uur"
    letter = write_to(case, marit, now, ruben.id, LetterKind.INVITATION, talk=talk)
    now = yield stage.at.working_ago(1, 9)
    record_sent(actor=marit.actor, now=now, letter_id=letter, sent_on=in_amsterdam(now).date())
    now = yield stage.at.working_ago(1, 10)
    why = "Ruben wil eerst zelf met haar praten over de afspraken."
    later = NewWithheld(OwnPart.AGREEMENTS, why, 30, hers)
    withhold_part(actor=marit.actor, now=now, case_id=case.id, new=later)
    now = yield stage.at.working_ago(1, 21)
    ask_for_rights(actor=participant(his), now=now, participant_id=his, new=_HIS_DATA)
    now = yield stage.at.working_ago(1, 22)
    goal = own_plan(case.id, today=in_amsterdam(now).date()).goals[1]
    about, it = WordsAbout.GOAL, goal.words
    say(actor=participant(his), now=now, participant_id=his, words=_HIS, about=about, about_id=goal.id, stood=it)
    make_wish(actor=participant(his), now=now, participant_id=his, new=_FRIEND)


def page_of_a_mother(stage: Stage, case: Casework, family: Home) -> Story:
    """Tell how the mother of Fenna looks along for her child."""
    lieke, fenna = family.residents
    now = yield stage.at.working_ago(1, 16)
    new = NewParticipant(fenna.id, person_id=lieke.id, kind=ParticipantKind.REPRESENTATIVE, capacity=Capacity.PARENT)
    give_own_page(actor=stage["youth"].actor, now=now, case_id=case.id, new=new, chosen_code=_LIEKE)
