"""When what is sent once more is the same thing: pressing twice, or going back in the browser and sending again."""

from datetime import timedelta

SAME_WITHIN = timedelta(minutes=10)
"""*Verzonnen*: long enough for going back and sending again, short enough for "Niet thuis" on another day."""
ALREADY = "Dit is net al bewaard. Het staat er één keer."
