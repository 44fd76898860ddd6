"""Recognise the concerns of a list in the database: the same incident and person adds nothing."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from uuid import UUID

from django.db.models import Q

from houvast.intake.models import Concern
from houvast.intake.rules.identity import KnownConcerns
from houvast.intake.rules.row import AcceptedRow
from houvast.intake.services.steps.file_concern import comparable, facts_of, identity_of, incident_index


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
        incidents = {incident_index(row.incident): row.incident for row in rows}
        identities = {identity_of(row) for row in rows}
        filed = Concern.objects.filter(Q(incident_index__in=incidents) | Q(identity__in=identities))
        if self.own is not None:
            filed = filed.filter(municipality_id=self.own)
        for concern in filed:
            self._identities.add(concern.identity)
            if concern.incident_index:
                self._known.remember(concern.incident_number, facts_of(concern))

    def add(self, row: AcceptedRow) -> bool:
        """Remember the concern of this row; False when it was already known."""
        identity = identity_of(row)
        if identity in self._identities:
            return False
        self._identities.add(identity)
        return self._known.add(replace(row, person=comparable(row.person)))
