"""Eemsdelta: its tables, a meeting that was held and one that comes. The kinds are those of the inventory of 2023 (MDO,
OGGZ and TVO are in every municipality); who sits there, when, and all that was said is *verzonnen*.
"""

from datetime import date, datetime, time, timedelta
from uuid import UUID

from houvast.cases.selectors import bands
from houvast.consultation.models import AgendaItem, ConsultationTable, ItemGuest
from houvast.consultation.services.ask_table import ask_table
from houvast.consultation.services.close_meeting import close_meeting
from houvast.consultation.services.invite_guest import NewGuest, invite_guest
from houvast.consultation.services.join_table import join_table
from houvast.consultation.services.make_resolution import NewResolution, make_resolution
from houvast.consultation.services.open_meeting import open_meeting
from houvast.consultation.services.plan_meeting import plan_meeting
from houvast.consultation.services.put_on_agenda import NewItem, put_on_agenda
from houvast.consultation.services.record_presence import record_presence
from houvast.consultation.services.set_table import TableSetting, set_table
from houvast.consultation.services.write_item_text import write_item_text
from houvast.directory.selectors import viewer_of
from houvast.kernel.working_time import AMSTERDAM, in_amsterdam, is_working_day
from houvast.plans.rules.tasks import Owner
from houvast.practice.region import Person
from houvast.practice.registering import THE_COMMAND
from houvast.practice.stage import Stage
from houvast.practice.stories import Story

_GROUND = "Convenant persoonsgerichte aanpak Eemsdelta, 2025 (verzonnen)"
_KIND = ConsultationTable.Kind
_CASE, _THEME = AgendaItem.Kind.CASE, AgendaItem.Kind.THEME


def tables(stage: Stage) -> Story:
    """Tell of three tables: the MDO met last week and meets again, and asks the TVO something."""
    marit, nadia, sanne, at = stage["oggz"], stage["oov"], stage["team"], stage.at
    now = yield at.ago(75, 9)
    mdo = _table(stage, now, "MDO", _KIND.MDO, marit, "om de week op donderdag", "Gemeentehuis, zaal 2")
    tvo = _table(stage, now, "TVO", _KIND.TVO, nadia, "elke maand", "Gemeentehuis, zaal 1")
    _table(stage, now, "OGGZ-overleg", _KIND.OGGZ, marit, "elke maand", "")
    members = [*(stage[key].id for key in ("team", "team-b", "youth", "leader")), stage.region.colleagues["fact"].id]
    for member_id in members:
        join_table(actor=THE_COMMAND, now=now, table_id=mdo, member_id=member_id)
    for member_id in (stage["team-b"].id, stage.region.colleagues["constable"].id):
        join_table(actor=THE_COMMAND, now=now, table_id=tvo, member_id=member_id)
    now = yield at.working_ago(8, 9)
    held = plan_meeting(actor=marit.actor, now=now, table_id=mdo, starts_at=at.working_ago(5, 13))
    mine = _cases(sanne, now)
    first = _put(marit, now, held, mine[0], "Wie is het ene vaste gezicht?")
    theme = put_on_agenda(
        actor=marit.actor, now=now, meeting_id=held, new=NewItem(_THEME, title="Wachttijd voor beschermd wonen")
    )
    guest = NewGuest(
        ItemGuest.Kind.RESIDENT, in_amsterdam(now).date(), ItemGuest.ToldHow.IN_PERSON, answer=ItemGuest.Answer.COMES
    )
    guest_id = invite_guest(actor=marit.actor, now=now, item_id=first, new=guest)
    now = yield at.working_ago(5, 13, 2)
    open_meeting(actor=marit.actor, now=now, meeting_id=held)
    here = [marit.id, *members[:3]]
    record_presence(actor=marit.actor, now=now, meeting_id=held, here=here, guests=[guest_id])
    _say(marit, now, first, "Het gaat thuis rustiger, maar er komen nog vier mensen langs.\nEén gezicht werkt beter.")
    _decide(marit, now, first, "Wordt het ene vaste gezicht en zegt dat zelf", sanne, at.ahead(2))
    _say(marit, now, theme, "Negen mensen wachten langer dan een half jaar.")
    _decide(marit, now, theme, "Zet de cijfers op een rij voor de wethouder", stage["leader"], at.ahead(9))
    now = yield at.working_ago(5, 14, 20)
    close_meeting(actor=marit.actor, now=now, meeting_id=held)
    yield from _what_comes(stage, mdo, tvo, mine)


def _what_comes(stage: Stage, mdo: UUID, tvo: UUID, mine: list[UUID]) -> Story:
    """Plan the next meetings, with a case on the agenda about which the TVO is asked something."""
    marit, nadia, at = stage["oggz"], stage["oov"], stage.at
    now = yield at.working_ago(2, 10)
    coming = plan_meeting(actor=marit.actor, now=now, table_id=mdo, starts_at=_morning(at.ahead(1)))
    plan_meeting(actor=nadia.actor, now=now, table_id=tvo, starts_at=_morning(at.ahead(4)))
    item = _put(marit, now, coming, mine[1], "Wat hebben de buren nodig om dit vol te houden?")
    _put(marit, now, coming, mine[0], "Wat lukt nu er één vast gezicht is?")
    not_asked = NewGuest(
        ItemGuest.Kind.RESIDENT, answer=ItemGuest.Answer.NOT_ASKED, why="Zij wil eerst met haar begeleider praten."
    )
    invite_guest(actor=marit.actor, now=now, item_id=item, new=not_asked)
    question = "Kan de wijkagent 's avonds een vaste ronde langs dit adres doen?"
    ask_table(actor=marit.actor, now=now, item_id=item, table_id=tvo, question=question)


def _table(
    stage: Stage, now: datetime, name: str, kind: ConsultationTable.Kind, chair: Person, rhythm: str, place: str
) -> UUID:
    setting = TableSetting(name, kind, chair.id, _GROUND, rhythm, place=place)
    return set_table(actor=THE_COMMAND, now=now, municipality_id=stage.town.id, setting=setting)


def _cases(who: Person, now: datetime) -> list[UUID]:
    """Give the cases that somebody leads, by code: the first ones of the year are told at length."""
    seen_by = viewer_of(who.actor, now=now)
    found = bands.by_ids(seen_by, bands.held(seen_by, now=now), now=now)
    return sorted(found, key=lambda case_id: found[case_id].band.code)


def _put(chair: Person, now: datetime, meeting_id: UUID, case_id: UUID, question: str) -> UUID:
    new = NewItem(_CASE, case_id, question=question)
    return put_on_agenda(actor=chair.actor, now=now, meeting_id=meeting_id, new=new)


def _say(chair: Person, now: datetime, item_id: UUID, text: str) -> None:
    write_item_text(actor=chair.actor, now=now, item_id=item_id, text=text)


def _decide(chair: Person, now: datetime, item_id: UUID, what: str, who: Person, due_on: date) -> None:
    new = NewResolution(what, Owner(member_id=who.id), due_on)
    make_resolution(actor=chair.actor, now=now, item_id=item_id, new=new)


def _morning(day: date) -> datetime:
    """Give ten o'clock on the first working day from this one."""
    while not is_working_day(day):
        day += timedelta(days=1)
    return datetime.combine(day, time(10), AMSTERDAM)
