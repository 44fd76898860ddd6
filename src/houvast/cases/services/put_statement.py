"""Put beside what is held what a resident says of it, in their own words, in every case that they are or were in."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from houvast.audit.services.act import act
from houvast.cases import events
from houvast.cases.models import Case, CaseResident, Statement
from houvast.kernel.actor import Actor
from houvast.kernel.errors import Invalid
from houvast.kernel.ids import new_id
from houvast.vault.sealing import seal

WORDS_PLACE = "cases_statement.words"


@dataclass(frozen=True, slots=True)
class NewStatement:
    """What a resident says, beside what it is shown, and from which request it came."""

    kind: Statement.Kind
    about: Statement.About
    words: str
    source_id: UUID


def put_statement(
    *, actor: Actor, now: datetime, municipality_id: UUID, resident_id: UUID, new: NewStatement
) -> tuple[UUID, ...]:
    """Put it there, and give the cases: none for who is in no case of the municipality any more.

    Whether it is right, and who may, is for `accountability` to say; it opens no case. Raises `Invalid` without words.
    """
    if not new.words.strip():
        raise Invalid({"words": "Schrijf op wat de inwoner zegt, in eigen woorden."})
    within = CaseResident.objects.filter(resident=resident_id).values("case")
    rows = Case.objects.filter(pk__in=within, municipality=municipality_id, key__destroyed_at=None)
    found = list(rows.select_related("key").order_by("pk"))
    for case in found:
        with act(events.STATEMENT_PUT, actor=actor, now=now, municipality=municipality_id, case=case.id) as acting:
            statement_id = new_id()
            Statement(
                id=statement_id,
                case=case,
                municipality_id=municipality_id,
                resident_id=resident_id,
                kind=new.kind,
                about=new.about,
                words_sealed=seal(case.key, new.words.strip(), place=f"{WORDS_PLACE}:{statement_id}"),
                source_id=new.source_id,
                by_id=actor.member_id,
                at=now,
            ).save(force_insert=True)
            acting.subject, acting.subject_id, acting.ground = "statement", statement_id, "request"
            acting.details = {"kind": new.kind.value, "about": new.about.value, "request": str(new.source_id)}
    return tuple(case.id for case in found)
