"""Acting on aftercare that nobody looks after any more. A pure function."""

from houvast.ave.model import Model
from houvast.cases.policy import CaseFacts
from houvast.cases.rules.receiving import directs_processes
from houvast.directory.viewer import Viewer
from houvast.kernel.verdict import Verdict, allow, refuse


def may_take_up_aftercare(viewer: Viewer, facts: CaseFacts, model: Model) -> Verdict:
    """Making somebody look after a case that everybody who led it has left: who directs processes there."""
    if viewer.municipality_id == facts.municipality_id and directs_processes(model) & viewer.functions:
        return allow("directs_processes")
    return refuse("not_process_direction", "Alleen wie procesregie voert, maakt iemand hiervoor verantwoordelijk.")
