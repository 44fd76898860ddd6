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

REQUEST_TERM_SET = Event("request.term_set", "wijzigde de termijn voor verzoeken van inwoners")
REQUESTS_READ = Event("request.listed", "bekeek welke verzoeken van inwoners er zijn")
REQUEST_RECORDED = Event("request.recorded", "legde een verzoek van een inwoner vast")
REQUEST_READ = Event("request.read", "bekeek een verzoek van een inwoner")
REQUEST_IDENTIFIED = Event("request.identified", "legde vast hoe is gecontroleerd wie een verzoek deed")
REQUEST_GATHERED = Event("request.gathered", "verzamelde voor een verzoek wat er over een inwoner is vastgelegd")
REQUEST_FROM_CASE = Event("request.case_gathered", "las een casus om een verzoek van de inwoner te beantwoorden")
REQUEST_EXTENDED = Event("request.extended", "verlengde de termijn van een verzoek")
REQUEST_CHOSEN = Event("request.chosen", "koos wat een inwoner wel en niet krijgt")
REQUEST_ANSWERED = Event("request.answered", "gaf antwoord op een verzoek van een inwoner")
REQUEST_ERASED = Event("request.erased", "vernietigde een verzoek van een inwoner")
REQUEST_SAVED = Event("request.saved", "maakte een bestand met het antwoord voor een inwoner")

SAMPLES_READ = Event("sample.read", "bekeek een steekproef van het logboek")
SAMPLE_DRAWN = Event("sample.drawn", "trok een steekproef van het logboek")
SAMPLE_JUDGED = Event("sample.judged", "beoordeelde een regel van een steekproef")
ALARM_RAISED = Event("alarm.raised", "zag dat iemand ongewoon veel casussen opende")
ALARM_READ = Event("alarm.read", "bekeek de alarmen")
ALARM_ANSWERED = Event("alarm.answered", "zei wat er van een alarm kwam")
