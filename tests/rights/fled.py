"""Somebody who left her ex-partner, in one case with him, and who reads along there. Everybody in it is *verzonnen*.

The case `fled`: Eva, and Wout, with whom she shared a household. Both have an own page that shows the plan, and so have
his mentor and sister, with all that he could allow. Then she moves, and one act shields her from him; help, days and
words that lead to her come in afterwards. A neighbour who notified has a place by what is recorded of her, and no page.
"""

import re
from datetime import date, timedelta
from uuid import UUID

from houvast.cases.models import BystanderTurn
from houvast.cases.rules.bystanding import NewBystander
from houvast.cases.services.add_bystander import add_bystander, record_bystander
from houvast.cases.services.add_organisation import NewCaseOrganisation, add_organisation
from houvast.cases.services.ask_resident import ask_resident
from houvast.cases.services.shield_in_case import NewShield, shield_in_case
from houvast.consultation.models import AgendaItem, ItemGuest
from houvast.consultation.services.invite_guest import NewGuest, invite_guest
from houvast.consultation.services.put_on_agenda import NewItem, put_on_agenda
from houvast.directory.models import Organisation
from houvast.kernel.actor import Actor
from houvast.kernel.ids import new_id
from houvast.letters.services.record_sent import record_sent
from houvast.participation.rules.parts import MAY_BE_ALLOWED
from houvast.participation.rules.taking_part import Capacity, ParticipantKind
from houvast.participation.selectors.taking_part import with_personal_code
from houvast.participation.services.give_own_page import NewParticipant, give_own_page
from houvast.plans.rules.tasks import Owner
from houvast.residents.models import Resident
from houvast.residents.rules.shielding import Other
from houvast.residents.services.add_network_member import NewNetworkMember, add_network_member
from houvast.residents.services.form_household import NewHouseholdMember, form_household
from tests.letters.worlds import add_letter
from tests.lives import open_with
from tests.moments import CLINIC_OUT, plan
from tests.plans.worlds import add_plan
from tests.worlds import NOW, World, make_resident

LATER = NOW + timedelta(hours=1)
OLD = {"street": "Kooistraat", "house_number": "1", "postcode": "9934 QX", "town": "Delfzijl"}
NEW = {"street": "Kanariepad", "house_number": "7", "postcode": "9999 QX", "town": "Kanariedorp"}
PHONE, HELPER, HELPER_PHONE, SHELTER = "06 00 00 01 77", "Merel Lijster", "06 00 00 01 79", "De Volière"
MOMENT_ON = date(2026, 12, 16)
LEADS_TO_HER = f"Zij woont in {NEW['town']} ({NEW['street']} 7, 9999QX). Bel 0600000177, of {HELPER} van {SHELTER}."

FINDS_HER = re.compile(
    r"kanarie|9999\s*qx|0600000177|00 00 01 77|merel|lijster|voli.{1,8}re|0600000179|00 00 01 79"
    r"|(?<!\d)(?:16|3)\s+dec",
    re.IGNORECASE,
)
"""Where she is, her number, who helps her since, and the two days on which she is somewhere."""
FINDS_NOTIFIER = re.compile(r"sijs|00 00 01 78|geroep", re.IGNORECASE)
MAY_HEAR = "Dat er hulp is, en niet waar zij is."


def add_fled(here: World, meeting: str) -> tuple[dict[str, str], dict[str, str]]:
    """Make it all; gives the words of the region, and the codes of who takes part by who they are."""
    sanne = here.actor("sanne")
    her, ex = make_resident(here, "Zwaan", "Eva"), make_resident(here, "Gent", "Wout")
    Resident.objects.filter(pk=her.id).update(**OLD, phone="06 00 00 04 30")
    Resident.objects.filter(pk=ex.id).update(**OLD, phone="06 00 00 04 31")
    together = [NewHouseholdMember(her.id, "partner"), NewHouseholdMember(ex.id, "ex-partner")]
    form_household(actor=sanne, now=NOW, municipality_id=here.municipality.id, name="Zwaan", members=together)
    case_id = open_with(here, her.id, ex.id)
    mentor, sister = (
        add_network_member(actor=sanne, now=NOW, new=NewNetworkMember(ex.id, name, relation, phone))
        for name, relation, phone in (
            ("Mees Mus", "mentor", "06 00 00 04 32"),
            ("Zus Gent", "zus", "06 00 00 04 33"),
        )
    )
    codes = _let_take_part(sanne, case_id, her.id, ex.id, mentor, sister)
    Resident.objects.filter(pk=her.id).update(**NEW, phone=PHONE)
    kept = [_send(sanne, case_id, to, LEADS_TO_HER) for to in (ex.id, mentor, sister)]
    letters = {"ex_letter": _send(sanne, case_id, ex.id), "ex_letter_kept": kept[0], "mentor_letter_kept": kept[1]}
    new = NewShield([Other(ex.id)], [], "Hij zoekt haar (verzonnen).", date(2027, 1, 11))
    shield_in_case(actor=sanne, now=NOW, case_id=case_id, resident_id=her.id, new=new)
    _let_help(here, case_id, UUID(meeting))
    add_plan(sanne, case_id, Owner(resident_id=ex.id), now=LATER, word=LEADS_TO_HER)
    ask_resident(actor=sanne, now=LATER, case_id=case_id, resident_id=ex.id, question=f"Wat weet u? {LEADS_TO_HER}")
    _send(sanne, case_id, her.id, LEADS_TO_HER)
    made = {**letters, "neighbour": _let_notify(sanne, case_id)}
    return {"fled": str(case_id), **{name: str(each) for name, each in made.items()}}, codes


def participant_of(code: str) -> UUID:
    """Give the id of who takes part by a code."""
    held = with_personal_code(code, now=NOW)
    assert held is not None
    return held.who.id


def _let_take_part(sanne: Actor, case_id: UUID, her: UUID, ex: UUID, mentor: UUID, sister: UUID) -> dict[str, str]:
    """Give each an own page, as open as it can be."""
    speaks, near = ParticipantKind.REPRESENTATIVE, ParticipantKind.NETWORK
    pages = {
        "fled": NewParticipant(her, her, sees_plan=True),
        "ex": NewParticipant(ex, ex, sees_plan=True),
        "ex_mentor": NewParticipant(
            ex, network_member_id=mentor, kind=speaks, capacity=Capacity.MENTOR, sees_plan=True
        ),
        "ex_sister": NewParticipant(ex, network_member_id=sister, kind=near, sees_plan=True, allowed=MAY_BE_ALLOWED),
    }
    return {name: give_own_page(actor=sanne, now=NOW, case_id=case_id, new=new).code for name, new in pages.items()}


def _send(sanne: Actor, case_id: UUID, to: UUID, word: str = "Komt u praten?") -> UUID:
    letter = add_letter(sanne, case_id, to, word=word)
    record_sent(actor=sanne, now=NOW, letter_id=letter, sent_on=NOW.date())
    return letter


def _let_help(here: World, case_id: UUID, meeting: UUID) -> None:
    """Let somebody help her from now on, and let her have two days: out of a clinic, and at a meeting."""
    sanne, told = here.actor("sanne"), NewGuest(ItemGuest.Kind.RESIDENT, NOW.date(), ItemGuest.ToldHow.PHONE)
    shelter = Organisation.objects.create(kind="shelter", name=SHELTER, region="Groningen")
    helper = NewCaseOrganisation(shelter.id, HELPER, "begeleider", HELPER_PHONE)
    add_organisation(actor=sanne, now=LATER, case_id=case_id, new=helper)
    plan(here, case_id, CLINIC_OUT, now=LATER, on_date=MOMENT_ON, about=LEADS_TO_HER)
    about = NewItem(AgendaItem.Kind.CASE, case_id)
    item = put_on_agenda(actor=sanne, now=LATER, meeting_id=meeting, new=about)
    invite_guest(actor=here.actor("nadia"), now=LATER, item_id=item, new=told)


def _let_notify(sanne: Actor, case_id: UUID) -> UUID:
    """Let a neighbour notify: what she noticed, and what she may hear."""
    near, made = NewBystander(True, "Buurvrouw Sijs", "06 00 00 01 78", True, "Geroep achter de muur."), new_id()
    add_bystander(actor=sanne, now=LATER, case_id=case_id, new=near, bystander_id=made)
    record_bystander(
        actor=sanne,
        now=LATER,
        case_id=case_id,
        bystander_id=made,
        kind=BystanderTurn.Kind.MAY_HEAR,
        text=MAY_HEAR,
    )
    return made
