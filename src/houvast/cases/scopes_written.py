"""The one rule for what people write in a part of a case: notes here, and documents in a higher room."""

from django.db.models import Q, QuerySet

from houvast.cases.models import Access
from houvast.cases.rules.matrix import Part
from houvast.directory.viewer import Viewer


def read_whole(reasons: QuerySet[Access], viewer: Viewer, *, by: str) -> Q:
    """Say which rows that somebody wrote in a part of a case may be read whole; `by` is the column of who wrote it.

    One's own in a visible case; general ones; those on care and justice when they were shared with the case and the
    viewer's relation opens that part.
    """
    own = Q((by, viewer.member_id), case_id__in=reasons.filter(part=Part.BAND).values("case_id"))
    general = Q(part=Part.GENERAL_NOTES, case_id__in=reasons.filter(part=Part.GENERAL_NOTES).values("case_id"))
    shared = Q()
    for part in (Part.CARE_NOTES, Part.JUSTICE_NOTES):
        shared |= Q(part=part, shared_with_case=True, case_id__in=reasons.filter(part=part).values("case_id"))
    return own | general | shared


def headed(reasons: QuerySet[Access]) -> Q:
    """Say of which rows on care and justice one may know that they exist, who wrote them and when: no word of them."""
    care = Q(part=Part.CARE_NOTES, case_id__in=reasons.filter(part=Part.CARE_SUMMARY).values("case_id"))
    justice = Q(part=Part.JUSTICE_NOTES, case_id__in=reasons.filter(part=Part.JUSTICE_SUMMARY).values("case_id"))
    return care | justice
