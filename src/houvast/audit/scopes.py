"""Which entries of the log are there to be read. Who may read them is the directory's policy: `may_read_log`."""

from uuid import UUID

from django.db.models import QuerySet

from houvast.audit.models import ActivityVersion, Entry


def entries(municipality: UUID) -> QuerySet[Entry]:
    """Give the entries of one municipality: what was done, read or refused there."""
    return Entry.objects.filter(municipality=municipality)


def activities(municipality: UUID) -> QuerySet[ActivityVersion]:
    """Give what the register of one municipality says, every version of it."""
    return ActivityVersion.objects.filter(municipality=municipality)
