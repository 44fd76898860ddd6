"""Load a member to change something about them."""

from uuid import UUID

from houvast.audit.services.act import Act
from houvast.directory.models import Member
from houvast.kernel.errors import Conflict, NotVisible


def load_member(acting: Act, member_id: UUID) -> Member:
    """Give a member with the organisation, locked, and name them on record. Raises `NotVisible` when there is none."""
    acting.subject, acting.subject_id = "member", member_id
    if not Member.objects.select_for_update().filter(pk=member_id).exists():
        raise NotVisible
    member = Member.objects.select_related("organisation").get(pk=member_id)
    acting.municipality = member.organisation.municipality_id
    return member


def refuse_left(member: Member) -> None:
    """Raise `Conflict` when an end has been set to the work of this member."""
    if member.until_at is not None:
        raise Conflict("Deze medewerker gaat weg of is al weg. U kunt niets meer toevoegen.")
