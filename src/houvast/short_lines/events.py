"""What happens to short lines, as the audit log says it."""

from houvast.audit.events import Event

LINE_OPENED = Event("short_line.opened", "legde een korte lijn vast")
CONTACT_SET = Event("short_line.contact_set", "legde vast wie het contact van een korte lijn is")
LINE_CHECKED = Event("short_line.checked", "keek na of een korte lijn nog klopt")
LINE_ENDED = Event("short_line.ended", "beëindigde een korte lijn")
TERM_SET = Event("short_line.term_set", "stelde een termijn voor korte lijnen in")
