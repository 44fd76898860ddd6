"""Audit events of accountability."""

from houvast.audit.events import Event

PERIOD_SET = Event("retention.period_set", "wijzigde een bewaartermijn")
RETENTION_READ = Event("retention.read", "bekeek wat vernietigd mag worden")
DESTRUCTION_PROPOSED = Event("retention.proposed", "stelde voor iets te vernietigen")
DESTRUCTION_ANSWERED = Event("retention.answered", "gaf antwoord op een voorstel om iets te vernietigen")
HOLD_PLACED = Event("retention.hold_placed", "hield iets vast: het mag niet worden vernietigd")
HOLD_ENDED = Event("retention.hold_ended", "gaf vrij wat werd vastgehouden")
DESTROYED = Event("retention.destroyed", "vernietigde wat was goedgekeurd")
REPLAYED = Event("retention.replayed", "vernietigde opnieuw wat uit een reservekopie terugkwam")
CERTIFICATE_READ = Event("retention.certificate_read", "bekeek een verklaring van vernietiging")
