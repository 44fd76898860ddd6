"""Do we know this person? The residents who may be the one of a concern, field by field, and who leads their case."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from django.db.models import Case, IntegerField, Q, QuerySet, Value, When

from houvast.cases.selectors.hits import CaseHit, open_cases_about
from houvast.directory.viewer import Viewer
from houvast.intake import scopes
from houvast.intake.models import Concern
from houvast.intake.rules.matching import Certainty, FieldJudgement, certainty, compare, summary
from houvast.intake.rules.person import PersonFacts, Sex
from houvast.intake.services.steps.file_concern import BSN_PLACE, birth_date, facts_of
from houvast.kernel.errors import NotVisible
from houvast.kernel.partial_date import PartialDate
from houvast.residents.models import Resident
from houvast.residents.rules.naming import address, full_name, search_name
from houvast.residents.scopes import known_in
from houvast.vault.sealing import bsn_indexes, unseal

# Enough for every likely one, few enough to compare while somebody waits.
_MOST = 300
_ORDER = tuple(Certainty)


@dataclass(frozen=True, slots=True)
class KnownPerson:
    """A resident who may be the person of a concern. `cases` are hits: triage sees code, phase and director, no more.

    `address` is "" when it is hidden; then it is not compared either. `bsn_known` says that there is one.
    """

    resident_id: UUID
    name: str
    surname: str
    first_names: str
    born: PartialDate | None
    address: str
    bsn_known: bool
    certainty: Certainty
    summary: str
    judgements: tuple[FieldJudgement, ...]
    confirmed: bool
    cases: tuple[CaseHit, ...]


def known_persons(viewer: Viewer, concern_id: UUID, *, now: datetime) -> tuple[KnownPerson, ...]:
    """Give who may be the person of a concern in triage, the confirmed one first, then the most certain.

    Four queries, however many people there are. Whom somebody has denied is left out. Raises `NotVisible`.
    """
    concern = scopes.in_triage(viewer, now=now).filter(pk=concern_id, key__isnull=False).select_related("key").first()
    if concern is None or concern.key is None:
        raise NotVisible
    bsn = unseal(concern.key, concern.bsn_sealed, place=f"{BSN_PLACE}:{concern.id}")
    indexes = bsn_indexes(bsn) if bsn else ()
    judged = [_judge(concern, resident, indexes) for resident in _candidates(concern, indexes)]
    likely = [each for each in judged if each.confirmed or each.certainty is not Certainty.NONE]
    hits = open_cases_about(viewer, [each.resident_id for each in likely], now=now)
    found = [replace(each, cases=hits.get(each.resident_id, ())) for each in likely]
    return tuple(sorted(found, key=lambda each: (not each.confirmed, _ORDER.index(each.certainty), each.name)))


def _candidates(concern: Concern, indexes: Collection[str]) -> QuerySet[Resident]:
    """Narrow down in the database: the same BSN, birth date, address or beginning of the surname."""
    born = Q(birth_year=concern.birth_year, birth_month=concern.birth_month, birth_day=concern.birth_day)
    swapped = Q(birth_year=concern.birth_year, birth_month=concern.birth_day, birth_day=concern.birth_month)
    sure = Q(pk=concern.resident_id) | Q(bsn_index__in=indexes)
    dated = (born | swapped) & ~Q(birth_year=0)
    homed = Q(postcode=concern.postcode, house_number=concern.house_number) & ~Q(postcode="")
    named = Q(pk__in=[])
    for name in concern.surname.split("-"):
        if name.strip():
            named |= Q(search_name__startswith=search_name("", "", name.strip()))
    rank = Case(
        When(sure, then=0), When(dated, then=1), When(homed, then=2), default=Value(3), output_field=IntegerField()
    )
    rows = known_in(concern.municipality_id).filter(sure | dated | homed | named).exclude(pk__in=concern.not_residents)
    return rows.annotate(rank=rank).order_by("rank", "search_name", "pk")[:_MOST]


def _facts_of_resident(resident: Resident) -> PersonFacts:
    """Give a resident as facts to compare: the search key stands in for the BSN, and a hidden address is left out."""
    hidden = resident.hidden_address
    return PersonFacts(
        surname=resident.surname,
        prefix=resident.surname_prefix,
        first_names=resident.first_names,
        birth_date=birth_date(resident.birth_year, resident.birth_month, resident.birth_day),
        sex=Sex(resident.sex) if resident.sex in set(Sex) else None,
        bsn=resident.bsn_index or None,
        street="" if hidden else resident.street,
        house_number="" if hidden else resident.house_number,
        postcode="" if hidden else resident.postcode,
        place="" if hidden else resident.town,
    )


def _judge(concern: Concern, resident: Resident, indexes: Collection[str]) -> KnownPerson:
    ours = _facts_of_resident(resident)
    if ours.bsn in indexes:  # the same BSN, of which the search key was stored under a key from before
        ours = replace(ours, bsn=concern.bsn_index)
    judgements = compare(facts_of(concern), ours)
    return KnownPerson(
        resident_id=resident.id,
        name=full_name(resident.first_names, resident.surname_prefix, resident.surname),
        surname=" ".join(part for part in (resident.surname_prefix, resident.surname) if part),
        first_names=resident.first_names,
        born=ours.birth_date,
        address=address(ours.street, ours.house_number, ours.postcode, ours.place),
        bsn_known=bool(resident.bsn_index),
        certainty=certainty(judgements),
        summary=summary(judgements),
        judgements=judgements,
        confirmed=resident.id == concern.resident_id,
        cases=(),
    )
