"""Eemsdelta: the short lines of one of its teams. That people know one person by heart at FACT, the police and the
housing corporation is of the inventory of 2023; who that is, with number and hours, is *verzonnen*.
"""

from datetime import datetime
from uuid import UUID

from houvast.practice.phone_numbers import landline, mobile
from houvast.practice.region import Person
from houvast.practice.staff import LOCAL_TEAM
from houvast.practice.stage import Stage
from houvast.practice.stories import Story
from houvast.short_lines.rules.contacts import ContactState, NewContact
from houvast.short_lines.services.answer_colleague import answer_colleague
from houvast.short_lines.services.ask_colleague import ask_colleague
from houvast.short_lines.services.check_line import check_line
from houvast.short_lines.services.open_line import NewLine, open_line
from houvast.short_lines.services.set_contact import set_contact

_MEMBER, _PERSON = ContactState.MEMBER, ContactState.PERSON


def lines(stage: Stage) -> Story:
    """Tell of five lines: one that nobody looked at for long, one of which the contact left; and two questions."""
    sanne, bram, at, people = stage["team"], stage["team-b"], stage.at, stage.region.colleagues
    now = yield at.ago(215, 10)
    debts = NewContact(_PERSON, name="Ankie Pot", phone=landline("0596", 178), hours="di en do, 9 tot 12 uur")
    balance = _begin(stage, sanne, now, "Schuldhulp", "debts", debts)
    klamp = NewContact(_MEMBER, people["housing"].id, hours="ma t/m vr, 9 tot 16 uur")
    _begin(stage, sanne, now, "De Klamp", "housing", klamp)
    now = yield at.ago(70, 11)
    yara = NewContact(
        _MEMBER,
        people["fact"].id,
        phone=mobile(231),
        hours="ma t/m do, 8.30 tot 17 uur",
        stand_in_id=people["fact-b"].id,
    )
    fact = _begin(stage, bram, now, "FACT Noord", "fact", yara)
    karim = NewContact(
        _MEMBER,
        people["constable"].id,
        hours="wisselende diensten",
        stand_in_name="Wijkteam politie",
        stand_in_phone=landline("050", 44),
    )
    _begin(stage, bram, now, "Wijkagent", "police", karim)
    kade = NewContact(
        _PERSON,
        name="Liselot Haan",
        phone=landline("050", 342),
        email="l.haan@dekade.example",
        hours="ma, wo en vr",
        stand_in_name="Secretariaat De Kade",
        stand_in_phone=landline("050", 341),
    )
    _begin(stage, sanne, now, "Verslavingszorg", "addiction", kade)
    now = yield at.working_ago(6, 9)
    check_line(actor=bram.actor, now=now, line_id=fact, seen_number=1)
    yield from _what_came_of_them(stage, fact, balance)


def _what_came_of_them(stage: Stage, fact: UUID, balance: UUID) -> Story:
    """Ask along a line and answer, and let a contact leave."""
    sanne, bram, at, yara = stage["team"], stage["team-b"], stage.at, stage.region.colleagues["fact"]
    now = yield at.working_ago(4, 10)
    asked = _ask(bram, now, fact, "Hoe lang wachten jullie na een eerste nee?", "Eén keer aangebeld, deur bleef dicht.")
    now = yield at.working_ago(3, 11)
    text = "Twee weken, en dan samen met iemand die al vertrouwd is. Bel gerust voordat u gaat."
    answer_colleague(actor=yara.actor, now=now, question_id=asked, text=text)
    now = yield at.working_ago(3, 15)
    gone = NewContact(ContactState.VACANT, stand_in_name="Balie De Balans", stand_in_phone=landline("0596", 177))
    set_contact(actor=sanne.actor, now=now, line_id=balance, seen_number=1, new=gone)
    now = yield at.working_ago(1, 11)
    _ask(
        sanne,
        now,
        fact,
        "Kan iemand bij jullie meedenken zonder aanmelding?",
        "Wij weten niet of dit iets voor FACT is.",
    )


def _begin(stage: Stage, who: Person, now: datetime, name: str, partner: str, contact: NewContact) -> UUID:
    team = stage.town.teams[LOCAL_TEAM]
    new = NewLine(team, name, contact, stage.region.organisations[partner])
    return open_line(actor=who.actor, now=now, new=new)


def _ask(who: Person, now: datetime, line_id: UUID, question: str, known: str) -> UUID:
    return ask_colleague(actor=who.actor, now=now, line_id=line_id, question=question, known=known)
