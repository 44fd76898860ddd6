"""Sharing something of a case: what may go, and with whom."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from houvast.cases.selectors.bands import FoundCase, case_by_code
from houvast.consultation.selectors.receiving import ReceivingTable, receiving_tables
from houvast.directory.selectors import NamedId, workers_for
from houvast.directory.selectors_receivers import (
    ReceivingOrganisation,
    receiving_member,
    receiving_organisations,
)
from houvast.directory.viewer import Viewer
from houvast.sharing.rules.content import Receiver, Way
from houvast.sharing.rules.grounds import ReceiverKind, kinds_of
from houvast.sharing.selectors.offered import Offer, offered

_MEMBER, _ORGANISATION, _TABLE, _PAPER = "m", "o", "t", "x"


@dataclass(frozen=True, slots=True)
class SharingStart:
    """What sharing begins with: the case, what may go, and with whom."""

    found: FoundCase
    offer: Offer
    members: tuple[NamedId, ...]
    organisations: tuple[ReceivingOrganisation, ...]
    tables: tuple[ReceivingTable, ...]

    def choices(self) -> tuple[tuple[str, tuple[tuple[str, str], ...]], ...]:
        """Give with whom one can share, in groups, each with the code that the address holds."""
        people = tuple((f"{_MEMBER}:{each.id}", each.name) for each in self.members)
        here = tuple((f"{_ORGANISATION}:{each.id}", each.name) for each in self.organisations if each.works_here)
        tables = tuple((f"{_TABLE}:{each.id}", each.name) for each in self.tables)
        paper = tuple((f"{_PAPER}:{each.id}", f"{each.name}, op papier") for each in self.organisations)
        groups = (
            ("Eén persoon", people),
            ("Een hele organisatie", here),
            ("Een overlegtafel", tables),
            ("Buiten Houvast", paper),
        )
        return tuple(group for group in groups if group[1])


def sharing_start(viewer: Viewer, code: str, *, now: datetime) -> SharingStart:
    """Give what sharing begins with, in a fixed number of queries. Raises `NotVisible`."""
    found = case_by_code(viewer, code, now=now)
    municipality_id = found.band.municipality_id
    members = tuple(each for each in workers_for(municipality_id, now=now) if each.id != viewer.member_id)
    return SharingStart(
        found=found,
        offer=offered(viewer, found.facts, found.band.case_id, now=now),
        members=members,
        organisations=receiving_organisations(now=now),
        tables=receiving_tables(municipality_id),
    )


def receiver_of(start: SharingStart, choice: str, *, now: datetime) -> Receiver | None:
    """Give with whom a choice is; None for what was not offered. On paper the name comes later."""
    offered_here = {value for _, group in start.choices() for value, _ in group}
    if choice not in offered_here:
        return None
    way, _, found = choice.partition(":")
    if way == _MEMBER:
        return _member(UUID(found), now)
    if way == _TABLE:
        table = next(each for each in start.tables if str(each.id) == found)
        kinds = frozenset({ReceiverKind(f"table_{table.kind}")})
        return Receiver(Way.TABLE, kinds, table.name, table_id=table.id, table_members=table.member_ids)
    organisation = next(each for each in start.organisations if str(each.id) == found)
    way_of = Way.OUTSIDE if way == _PAPER else Way.ORGANISATION
    return Receiver(way_of, kinds_of(organisation.kind), organisation.name, organisation_id=organisation.id)


def _member(member_id: UUID, now: datetime) -> Receiver | None:
    found = receiving_member(member_id, now=now)
    if found is None:
        return None
    kinds = kinds_of(found.kind, found.domains)
    return Receiver(Way.MEMBER, kinds, found.name, member_id=found.id, organisation_id=found.organisation_id)
