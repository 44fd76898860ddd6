"""Load a row that waits to be repaired, visible to the actor and locked until the act is over."""

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from houvast.audit.events import Event
from houvast.audit.services.act import Act, act
from houvast.directory.viewer import Viewer
from houvast.intake import policy, scopes
from houvast.intake.models import RepairRow
from houvast.intake.rules.mapping import Field
from houvast.intake.services.steps.file_rows import CONTENT_PLACE
from houvast.intake.services.steps.load_viewer import load_viewer
from houvast.intake.services.steps.permit import permit
from houvast.kernel.actor import Actor
from houvast.kernel.errors import Conflict, NotVisible
from houvast.vault.models import Key
from houvast.vault.sealing import unseal

# Enough to find out whose row it is, and nothing about a person.
_FIELDS_OF_NOBODY = frozenset({Field.INCIDENT, Field.REPORT_DATE, Field.PLACE, Field.MUNICIPALITY})


@dataclass(frozen=True, slots=True)
class LoadedRow:
    """A locked row with its key and its cells, inside the act that handles it."""

    acting: Act
    row: RepairRow
    key: Key
    viewer: Viewer
    cells: Mapping[Field, str]


def fields_seen(row: RepairRow, viewer: Viewer) -> frozenset[Field]:
    """Give the cells that somebody who repairs may see.

    Of a row of which nobody knows the municipality only what tells whose it is; the free text only on its own ground.
    """
    if row.municipality_id is None:
        return _FIELDS_OF_NOBODY
    return frozenset(Field) if row.ground in viewer.domains else frozenset(Field) - {Field.NOTES}


def cells_of(row: RepairRow, key: Key) -> dict[Field, str]:
    """Give the cells of a row as they came; none of a row that was handled."""
    text = unseal(key, row.content_sealed, place=f"{CONTENT_PLACE}:{row.id}")
    content: dict[str, str] = json.loads(text or "{}")
    return {Field(name): text for name, text in content.items()}


@contextmanager
def acting_on_row(event: Event, *, actor: Actor, now: datetime, row_id: UUID) -> Iterator[LoadedRow]:
    """Act on a row that waits. Raises `NotVisible`, `Refused`, or `Conflict` when it was handled already."""
    with act(event, actor=actor, now=now) as acting:
        viewer = load_viewer(actor, now=now)
        acting.municipality = viewer.municipality_id
        acting.subject, acting.subject_id = "repair_row", row_id
        if not scopes.repair_rows(viewer).filter(pk=row_id).exists():
            raise NotVisible
        RepairRow.objects.select_for_update().get(pk=row_id)
        row = RepairRow.objects.select_related("key", "handled_by").get(pk=row_id)
        permit(acting, policy.may_repair(viewer, row.municipality_id))
        if row.key is None or row.handled_by is not None:
            raise Conflict(_handled_message(row))
        yield LoadedRow(acting, row, row.key, viewer, cells_of(row, row.key))


def _handled_message(row: RepairRow) -> str:
    name = row.handled_by.name if row.handled_by else "Iemand anders"
    done = "herstelde deze regel" if row.state == RepairRow.State.CORRECTED else "legde deze regel weg"
    return f"{name} was eerder en {done}. U hoeft niets te doen."
