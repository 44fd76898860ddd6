"""Carry out what was approved, do again what a backup brought back, and leave nothing of it behind."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from uuid import UUID

from django.core.management import call_command

from houvast.accountability.ledger import BrokenLedger, Line, add_to_ledger, read_ledger
from houvast.accountability.rules.certificate import id_of, to_line
from houvast.accountability.selectors.certificates import (
    certificate_ids,
    every_certificate,
    questions_to_destroy,
    to_carry_out,
)
from houvast.accountability.services.carry_out_destruction import carry_out_destruction
from houvast.accountability.services.destroy_question import destroy_question
from houvast.accountability.services.replay_destruction import replay_destruction
from houvast.kernel.actor import system
from houvast.kernel.errors import NotVisible, Refused
from houvast.kernel.working_time import in_amsterdam
from houvast.upkeep.key_copies import copy_when_set
from houvast.upkeep.owner import as_owner
from houvast.upkeep.scrubbing import left_in_log, nobody_looks_back, scrub
from houvast.vault.selectors import was_destroyed_in_this_epoch
from houvast.vault.services.begin_epoch import begin_epoch

ACTOR = system("destroy")
Say = Callable[[str], None]
_STILL_BUSY = (
    "Er is nog niet opgeruimd: iemand is nog bezig van vóór de vernietiging. Draai deze opdracht straks opnieuw."
)


def destroy(*, now: datetime, say: Say) -> None:
    """Carry out every destruction that was approved, and what goes by itself after its own last day.

    Then nothing of it is left here, nor in older backups for long.
    """
    with as_owner():
        for proposal_id in to_carry_out():
            carry_out = partial(carry_out_destruction, actor=ACTOR, now=now, proposal_id=proposal_id)
            _try(carry_out, f"voorstel {proposal_id}", say)
        for municipality_id, question_id in questions_to_destroy(in_amsterdam(now).date()):
            over = partial(
                destroy_question, actor=ACTOR, now=now, municipality_id=municipality_id, question_id=question_id
            )
            _try(over, f"vraag {question_id}, na haar laatste dag", say)
        _leave_nothing(now, say)


def _try(verb: Callable[[], UUID], what: str, say: Say) -> None:
    try:
        verb()
        say(f"Vernietigd: {what}.")
    except (NotVisible, Refused) as left:
        say(f"Niet vernietigd: {what}. {left.message}")


def replay(*, now: datetime, say: Say) -> None:
    """Do again what the ledger says and this database does not know; and put into the ledger what is not there.

    Raises `BrokenLedger`.
    """
    with as_owner():
        for line in _behind():
            done = replay_destruction(actor=ACTOR, now=now, line=line)
            say(f"{'Opnieuw vernietigd' if done else 'Stond er al niet meer'}: {line['unit_id']}.")
        for content in every_certificate():
            add_to_ledger(to_line(content))
        _leave_nothing(now, say)


def ledger_problems() -> list[str]:
    """Say in Dutch when this database is behind the ledger: then it shows again what was destroyed."""
    try:
        behind = len(_behind())
    except BrokenLedger as broken:
        return [broken.message]
    if not behind:
        return []
    return [
        f"In deze database staat nog wat al is vernietigd ({behind} keer). Draai eerst: houvast replay-destructions"
    ]


def _behind() -> list[Line]:
    known = certificate_ids()
    return [line for line in read_ledger() if id_of(line) not in known]


def _leave_nothing(now: datetime, say: Say) -> None:
    call_command("clearsessions")
    if not was_destroyed_in_this_epoch():
        say("Er is niets vernietigd sinds de vorige keer.")
        return
    if not nobody_looks_back():
        say(_STILL_BUSY)
        return
    scrub()
    say("De database is opgeruimd: ook op lege plekken staat niets meer.")
    # After it: what breaks off before the new epoch is done again the next time.
    count = begin_epoch(actor=ACTOR, now=now)
    say(f"Nieuw tijdvak: {count} sleutels opnieuw ingepakt. Oude reservekopieën gaan met deze sleutelbos niet open.")
    for line in left_in_log():
        say(line)
    copy_when_set(now=now, say=say)
