"""Eemsdelta: residents ask about their own data. It is *verzonnen*; steps and terms are of AVG art. 12 to 21.

There is one privacy officer: the archivist records what comes in, and the privacy officer handles it.
"""

from dataclasses import replace
from datetime import date, datetime
from uuid import UUID

from houvast.accountability.rules.answers import ErasureRefusal, NewAnswer
from houvast.accountability.rules.requests import Asker, IdentityWay, ItemAnswer, RequestChannel, RequestKind
from houvast.accountability.selectors.requests import before_answer, house_view
from houvast.accountability.services.answer_request import answer_request
from houvast.accountability.services.check_identity import check_identity
from houvast.accountability.services.choose_handler import choose_handler
from houvast.accountability.services.choose_items import Choice, choose_items
from houvast.accountability.services.gather_for_house import gather_for_house
from houvast.accountability.services.gather_request import gather_request
from houvast.accountability.services.give_for_house import give_for_house
from houvast.accountability.services.record_request import NewRequest, record_request
from houvast.cases.models import Statement
from houvast.directory.selectors import viewer_of
from houvast.kernel.ids import new_id
from houvast.kernel.partial_date import PartialDate
from houvast.kernel.working_time import in_amsterdam
from houvast.practice.stage import Stage
from houvast.practice.stories import Story

_AGE, _REGISTERED_AGO = 34, 120
_ROZEMA_AGE, _ROZEMA_AGO = 44, 110
_SIBINGA_AGE, _SIBINGA_AGO = 29, 45
_HOVING_AGE, _HOVING_AGO = 55, 400
_WAGENAAR_AGE, _WAGENAAR_AGO = 58, 520
_TUINSTRA_AGE, _TUINSTRA_AGO = 46, 160
_VIEW = "Er staat dat er elke dag ruzie is. Dat was één week, toen Wim zijn baan kwijt was."


def ruben_asks(stage: Stage) -> Story:
    """Tell of a request that was gathered and waits for somebody to read it, and of one that just came in."""
    privacy, at = stage["privacy"], stage.at
    now = yield at.working_ago(5, 10)
    asked = _ask(
        stage,
        now,
        _new("Ruben", "Dijkhuis", at.ago(_REGISTERED_AGO).year - _AGE),
        "Ik wil weten wat jullie over mij hebben en wie dat allemaal leest.",
    )
    now = yield at.working_ago(5, 11)
    check_identity(actor=privacy.actor, now=now, request_id=asked, how=IdentityWay.SAW_DOCUMENT)
    now = yield at.working_ago(3, 14)
    gather_request(actor=privacy.actor, now=now, request_id=asked)
    now = yield at.working_ago(1, 15)
    mother = replace(
        _new("Geke", "Dijkhuis", None),
        kind=RequestKind.CORRECTION,
        asker=Asker.REPRESENTATIVE,
        channel=RequestChannel.LETTER,
        asked_by="Janna Dijkhuis",
        reach="Per post",
    )
    _ask(stage, now, mother, "Er staat dat mijn moeder alleen woont. Dat klopt niet.")


def others_ask(stage: Stage) -> Story:
    """Tell of a correction that was refused, one that waits, an objection that is weighed, and no erasing."""
    privacy, at = stage["privacy"], stage.at
    jolanda = _new("Jolanda", "Rozema", at.ago(_ROZEMA_AGO).year - _ROZEMA_AGE)
    hanneke = _new("Hanneke", "Sibinga", at.ago(_SIBINGA_AGO).year - _SIBINGA_AGE)
    now = yield at.working_ago(6, 9)
    refused = _asked_for_sure(stage, now, replace(jolanda, kind=RequestKind.CORRECTION), _VIEW)
    erasing = replace(jolanda, kind=RequestKind.ERASURE)
    kept = _asked_for_sure(stage, now, erasing, "Haal alles over mijn gezin weg.")
    now = yield at.working_ago(4, 9)
    no = NewAnswer(
        refuse=True,
        reason="Twee hulpverleners zagen het ook in andere weken. Uw eigen woorden staan er nu naast.",
        own_view=_VIEW,
        beside=Statement.About.PLAN,
    )
    answer_request(actor=privacy.actor, now=now, request_id=refused, answer=no)
    no = NewAnswer(
        refuse=True,
        reason="De Jeugdwet zegt dat wij dit twintig jaar bewaren.",
        ground=ErasureRefusal.LEGAL_TASK,
    )
    answer_request(actor=privacy.actor, now=now, request_id=kept, answer=no)
    now = yield at.working_ago(2, 10)
    _asked_for_sure(
        stage,
        now,
        replace(hanneke, kind=RequestKind.OBJECTION, channel=RequestChannel.EMAIL),
        "Ik wil niet dat jullie over mij praten met mensen die ik niet ken.",
    )
    now = yield at.working_ago(1, 9)
    _asked_for_sure(
        stage,
        now,
        replace(hanneke, kind=RequestKind.CORRECTION, channel=RequestChannel.EMAIL),
        "Mijn telefoonnummer klopt niet meer.",
    )


def granted(stage: Stage) -> Story:
    """Tell of a correction that was made, and of an erasing that waits for a second person."""
    privacy, at = stage["privacy"], stage.at
    aleida = _new("Aleida", "Hoving", at.ago(_HOVING_AGO).year - _HOVING_AGE)
    folkert = _new("Folkert", "Wagenaar", at.ago(_WAGENAAR_AGO).year - _WAGENAAR_AGE)
    now = yield at.working_ago(4, 14)
    correction = replace(aleida, kind=RequestKind.CORRECTION, channel=RequestChannel.PHONE)
    correcting = _asked_for_sure(stage, now, correction, "Mijn zus heet Trijn, niet Tine.")
    erasure = replace(folkert, kind=RequestKind.ERASURE, channel=RequestChannel.LETTER)
    erasing = _asked_for_sure(stage, now, erasure, "Het is al lang voorbij. Haal het weg.")
    now = yield at.working_ago(2, 14)
    yes = NewAnswer(refuse=False, corrected="De naam van haar zus, in het netwerk.")
    answer_request(actor=privacy.actor, now=now, request_id=correcting, answer=yes)
    _, found = before_answer(viewer_of(privacy.actor, now=now), erasing, now=now)
    units = frozenset((each.kind, each.id) for each in found)
    answer_request(actor=privacy.actor, now=now, request_id=erasing, answer=NewAnswer(refuse=False, units=units))


def house_gives(stage: Stage) -> Story:
    """Tell of a request of which a safety house gave its own part, and the municipality still reads."""
    house, at = stage.region.colleagues["zvh"].actor, stage.at
    now = yield at.working_ago(3, 10)
    gerrit = _new("Gerrit", "Tuinstra", at.ago(_TUINSTRA_AGO).year - _TUINSTRA_AGE)
    asked = _asked_for_sure(stage, now, gerrit, "Wat zeggen jullie over mij tegen de politie?")
    now = yield at.working_ago(2, 10)
    gather_request(actor=stage["privacy"].actor, now=now, request_id=asked)
    gather_for_house(actor=house, now=now, request_id=asked)
    items = house_view(viewer_of(house, now=now), asked, now=now).items
    whole = {each.id: Choice(ItemAnswer.WHOLE) for each in items}
    choose_items(actor=house, now=now, request_id=asked, choices=whole, for_house=True)
    give_for_house(actor=house, now=now, request_id=asked, words="")


def _new(first_names: str, surname: str, born: int | None) -> NewRequest:
    return NewRequest(
        kind=RequestKind.INSPECTION,
        asker=Asker.RESIDENT,
        channel=RequestChannel.COUNTER,
        received_on=date.min,
        first_names=first_names,
        surname=surname,
        birth_date=PartialDate(born) if born else None,
        bsn="",
        asked_by="",
        reach="Aan de balie",
        words="",
    )


def _ask(stage: Stage, now: datetime, new: NewRequest, words: str) -> UUID:
    asked = replace(new, id=new_id(), received_on=in_amsterdam(now).date(), words=words)
    archivist = stage["archive"].actor
    recorded = record_request(actor=archivist, now=now, new=asked)
    choose_handler(actor=archivist, now=now, request_id=recorded, member_id=stage["privacy"].id)
    return recorded


def _asked_for_sure(stage: Stage, now: datetime, new: NewRequest, words: str) -> UUID:
    request_id = _ask(stage, now, new, words)
    check_identity(actor=stage["privacy"].actor, now=now, request_id=request_id, how=IdentityWay.DIGITAL)
    return request_id
