"""Acting on letters: pure functions."""

from uuid import UUID

from houvast.cases.policy import CaseFacts, may_work_in
from houvast.directory.viewer import Viewer
from houvast.kernel.verdict import Verdict, allow, refuse
from houvast.letters.rules.kinds import AFTER_CLOSING, LetterKind


def may_make(viewer: Viewer, facts: CaseFacts, *, looks_after: bool = False, kind: LetterKind | None = None) -> Verdict:
    """Making a letter: who leads the case or its process; once it is closed, who led it and still looks after it.

    `looks_after` says that the viewer sees the closed case because they led it, until it goes well; then only what is
    still told is written. `kind` None asks whether any letter would do.
    """
    if not facts.is_closed:
        return may_work_in(viewer, facts)
    if not looks_after:
        return refuse(
            "not_looking_after", "Deze casus is gesloten. Alleen wie haar leidde en er nog naar kijkt, kan dit."
        )
    if kind is not None and kind not in AFTER_CLOSING:
        return refuse("not_after_closing", "Deze casus is gesloten. Deze soort brief hoort bij een open casus.")
    return allow("aftercare")


def may_set_templates(viewer: Viewer, municipality_id: UUID) -> Verdict:
    """Setting what letters begin with: an administrator of the municipality."""
    if viewer.is_administrator and viewer.municipality_id == municipality_id:
        return allow("administrator")
    return refuse("not_administrator", "Alleen een functioneel beheerder van deze gemeente mag dit.")
