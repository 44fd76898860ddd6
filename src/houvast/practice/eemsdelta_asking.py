"""Eemsdelta: Ruben asks what is held about him. It is *verzonnen*; the steps and the term are of AVG art. 12 and 15."""

from houvast.accountability.rules.requests import Asker, IdentityWay, RequestChannel, RequestKind
from houvast.accountability.services.check_identity import check_identity
from houvast.accountability.services.gather_request import gather_request
from houvast.accountability.services.record_request import NewRequest, record_request
from houvast.kernel.partial_date import PartialDate
from houvast.practice.stage import Stage
from houvast.practice.stories import Story

_AGE, _REGISTERED_AGO = 34, 120


def ruben_asks(stage: Stage) -> Story:
    """Tell of a request that was gathered and waits for somebody to read it, and of one that just came in."""
    privacy, at = stage["privacy"], stage.at
    now = yield at.working_ago(5, 10)
    ruben = NewRequest(
        kind=RequestKind.INSPECTION,
        asker=Asker.RESIDENT,
        channel=RequestChannel.COUNTER,
        received_on=now.date(),
        first_names="Ruben",
        surname="Dijkhuis",
        birth_date=PartialDate(at.ago(_REGISTERED_AGO).year - _AGE),
        bsn="",
        asked_by="",
        reach="Hij haalt het op aan de balie.",
        words="Ik wil weten wat jullie over mij hebben en wie dat allemaal leest.",
    )
    asked = record_request(actor=privacy.actor, now=now, new=ruben)
    now = yield at.working_ago(5, 11)
    check_identity(actor=privacy.actor, now=now, request_id=asked, how=IdentityWay.SAW_DOCUMENT)
    now = yield at.working_ago(3, 14)
    gather_request(actor=privacy.actor, now=now, request_id=asked)
    now = yield at.working_ago(1, 15)
    mother = NewRequest(
        kind=RequestKind.CORRECTION,
        asker=Asker.REPRESENTATIVE,
        channel=RequestChannel.LETTER,
        received_on=now.date(),
        first_names="Geke",
        surname="Dijkhuis",
        birth_date=None,
        bsn="",
        asked_by="Janna Dijkhuis",
        reach="Per post",
        words="Er staat dat mijn moeder alleen woont. Dat klopt niet.",
    )
    record_request(actor=privacy.actor, now=now, new=mother)
