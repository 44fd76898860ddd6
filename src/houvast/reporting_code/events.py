"""What happens to reporting codes, as the audit log says it."""

from houvast.audit.events import Event

CODE_BEGUN = Event("reporting_code.begun", "begon een meldcode")
CODE_STEP_RECORDED = Event("reporting_code.step_recorded", "legde een stap van een meldcode vast")
CODE_READ = Event("reporting_code.read", "bekeek de meldcodes van een casus")
