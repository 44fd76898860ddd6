"""Acting on grounds and on what is shared: pure functions; each condition has its reason."""

from uuid import UUID

from houvast.directory.viewer import Viewer
from houvast.kernel.verdict import Verdict, allow, refuse


def may_set_grounds(viewer: Viewer, municipality_id: UUID) -> Verdict:
    """Setting grounds and covenants: an administrator or the privacy officer of that municipality."""
    if viewer.municipality_id == municipality_id and (viewer.is_administrator or viewer.is_privacy_officer):
        return allow("privacy_officer" if viewer.is_privacy_officer else "administrator")
    return refuse(
        "not_administrator", "Alleen een functioneel beheerder of de privacy officer van deze gemeente mag dit."
    )
