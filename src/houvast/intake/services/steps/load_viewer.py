"""Load who acts in intake."""

from datetime import datetime

from houvast.directory.selectors import viewer
from houvast.directory.viewer import Viewer
from houvast.kernel.actor import Actor
from houvast.kernel.errors import Refused
from houvast.kernel.verdict import refuse


def load_viewer(actor: Actor, *, now: datetime) -> Viewer:
    """Give the directory's facts of who acts. About a concern only members act, and only while they are active."""
    found = None if actor.member_id is None else viewer(actor.member_id, now=now)
    if found is None:
        raise Refused(refuse("not_a_member", "U werkt niet (meer) bij een organisatie in Houvast."))
    return found
