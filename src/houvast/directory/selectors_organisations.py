"""Organisations by their ids, for who asks what kind they are."""

from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from houvast.directory.models import Organisation


@dataclass(frozen=True, slots=True)
class OrganisationOf:
    """The name and the kind of an organisation."""

    name: str
    kind: str


def organisations_of(ids: Collection[UUID]) -> dict[UUID, OrganisationOf]:
    """Give organisations by id; in one query."""
    rows = Organisation.objects.filter(pk__in=ids).values_list("pk", "name", "kind")
    return {pk: OrganisationOf(name, kind) for pk, name, kind in rows}
