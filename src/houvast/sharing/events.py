"""What happens to grounds, covenants and what is shared, as the audit log says it."""

from houvast.audit.events import Event

GROUND_SET = Event("ground.set", "stelde een grond om te delen in")
COVENANT_SET = Event("covenant.set", "legde een convenant vast")
