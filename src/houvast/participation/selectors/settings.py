"""What a municipality set for own pages: the newest version holds; below it lies what it began with."""

from uuid import UUID

from houvast.participation import scopes
from houvast.participation.rules.settings import OwnPageFacts
from houvast.participation.rules.taking_part import Ages


def own_page_facts(municipality_id: UUID) -> OwnPageFacts:
    """Give what holds now, in one query."""
    row = scopes.own_page_settings(municipality_id).order_by("-number").first()
    if row is None:
        return OwnPageFacts()
    return OwnPageFacts(
        supporter_name=row.supporter_name,
        supporter_organisation=row.supporter_organisation,
        supporter_phone=row.supporter_phone,
        complaint_at=row.complaint_at,
        complaint_phone=row.complaint_phone,
        ages=Ages(row.both_from, row.alone_from),
        number=row.number,
    )
