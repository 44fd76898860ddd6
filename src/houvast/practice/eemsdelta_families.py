"""Eemsdelta: a son who comes to live with his father, and parents who want something else. Everybody is *verzonnen*."""

from dataclasses import replace
from datetime import timedelta

from houvast.cases.rules.observing import Observation
from houvast.cases.services.add_new_resident import NewPersonInCase, add_new_resident
from houvast.cases.services.join_household import join_household
from houvast.intake.rules.short_lists import ListKind
from houvast.intake.selectors.settings import settings_of
from houvast.intake.services.set_entry import NewEntry, set_entry
from houvast.kernel.ids import new_id
from houvast.kernel.partial_date import PartialDate
from houvast.kernel.working_time import in_amsterdam
from houvast.practice.casework import Casework
from houvast.practice.homes import Address, Home
from houvast.practice.phone_numbers import landline
from houvast.practice.stage import Stage
from houvast.practice.stories import Story
from houvast.residents.rules.personal_data import PersonalData

_AGE = 13
_LIVED_THERE = timedelta(days=700)
_SAW = "Sem zit met twee tassen op de trap. Hij staat op als zijn vader de deur opendoet."
_HEARD = "“Mama heeft mijn kamer leeggehaald. Papa zegt dat ik maar een week kan blijven.”"


def family_adviser(stage: Stage) -> Story:
    """Tell whom one asks about families and interests that conflict (*verzonnen*), as the administrator set it."""
    now = yield stage.at.ago(100, 10)
    entry = replace(
        settings_of(stage.town.id).family_adviser,
        contact="Hilly Postema, Steunpunt Familie en Omgang",
        phone=landline("0596", 131),
    )
    new = NewEntry(stage.town.id, ListKind.ADVISER, entry)
    set_entry(new, actor=stage["keeper"].actor, now=now)


def son_moves_in(stage: Stage, case: Casework, home: Home, at: Address) -> Story:
    """Tell of a child who joins a case later: the plan of his father does not say yet what it means for him."""
    sanne, father = stage["team"], home.residents[0]
    now = yield stage.at.working_ago(1, 16)
    today = in_amsterdam(now).date()
    data = PersonalData(
        surname="Hofstee",
        first_names="Sem",
        born=PartialDate(today.year - _AGE, 3, 14),
        street=at.street,
        house_number=at.number,
        postcode=f"{at.digits} QX",
        town=at.town,
    )
    son = NewPersonInCase(new_id(), data, role="zoon", is_child=True)
    add_new_resident(actor=sanne.actor, now=now, case_id=case.id, new=son)
    for each, role, since in ((father.id, "vader", today - _LIVED_THERE), (son.id, "zoon", today)):
        join_household(actor=sanne.actor, now=now, case_id=case.id, resident_id=each, since=since, role=role)
    case.observe(sanne, now, Observation(_SAW, _HEARD, "Sem", today))
