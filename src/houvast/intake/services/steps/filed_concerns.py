"""Recognise the concerns of a list in the database: the same incident and person adds nothing."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from uuid import UUID

from django.db.models import Q

from houvast.intake.models import Concern
from houvast.intake.rules.identity import KnownConcerns
from houvast.intake.rules.row import AcceptedRow
from houvast.intake.services.steps.file_concern import comparable, facts_of, identities_of, incident_indexes
from houvast.vault.sealing import bsn_index, bsn_indexes


@dataclass(slots=True)
class FiledConcerns:
    """The concerns that are known, as far as the rows at hand need them.

    `own` is the municipality for which a person reads: what others have filed stays unknown there. A concern that went
    straight out is recognised by its keyed hash, all that is left to recognise it by.
    """

    own: UUID | None
    _known: KnownConcerns = field(default_factory=KnownConcerns)
    _identities: set[str] = field(default_factory=set)

    def load(self, rows: Sequence[AcceptedRow]) -> None:
        """Remember what was filed about the incidents of these rows, in one query."""
        incidents = {index for row in rows for index in incident_indexes(row.incident)}
        identities = {identity for row in rows for identity in identities_of(row)}
        now = {index: bsn_index(bsn) for bsn in _bsns(rows) for index in bsn_indexes(bsn)}
        filed = Concern.objects.filter(Q(incident_index__in=incidents) | Q(identity__in=identities))
        if self.own is not None:
            filed = filed.filter(municipality_id=self.own)
        for concern in filed:
            self._identities.add(concern.identity)
            if concern.incident_index:
                person = facts_of(concern)
                bsn = now.get(person.bsn, person.bsn) if person.bsn else None
                self._known.remember(concern.incident_number, replace(person, bsn=bsn))

    def add(self, row: AcceptedRow) -> bool:
        """Remember the concern of this row; False when it was already known."""
        identities = identities_of(row)
        if not self._identities.isdisjoint(identities):
            return False
        self._identities.update(identities)
        return self._known.add(replace(row, person=comparable(row.person)))


def _bsns(rows: Sequence[AcceptedRow]) -> set[str]:
    return {row.person.bsn for row in rows if row.person.bsn}
