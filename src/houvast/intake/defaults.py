"""What holds until a municipality sets its own. No source gives these: all *verzonnen*, to be confirmed."""

from datetime import timedelta

from houvast.intake.rules.triage import Step

# The receiver of a passed-on concern says yes within this many working days, or it comes back.
ACCEPT_WITHIN_WORKING_DAYS = 2

# Who decides may take it back for this long, as the triage board says ("Ongedaan maken kan 10 minuten").
UNDO_WITHIN = timedelta(minutes=10)

# Whoever opened a concern counts as busy with it for this long.
BUSY_FOR = timedelta(minutes=15)

# How far back earlier concerns about the same person or address are shown ("vierde in zes weken").
EARLIER_WITHIN = timedelta(weeks=6)

# A police list says nothing about urgency; within one working day somebody has looked.
LIST_URGENCY = "soon"

# A municipality that has no point for police lists gets this one with its first list.
LIST_POINT_NAME = "Politie (E33)"
LIST_STEPS = (Step.OGGZ,)
