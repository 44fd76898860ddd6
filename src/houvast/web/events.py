"""What happens at the door itself, as the audit log says it."""

from houvast.audit.events import Event

PAGE_REFUSED = Event("page.refused", "vroeg een pagina")
