"""`houvast destroy-questions`: destroys questions to a colleague of which the term is over. Run it each day."""

import time
from argparse import Namespace
from datetime import UTC, datetime

from houvast.cli.command import Command


def run(arguments: Namespace) -> int:
    """Destroy them, and say how many there were."""
    from houvast.kernel.actor import system
    from houvast.short_lines.services.destroy_questions import destroy_questions

    now = datetime.fromtimestamp(time.time(), tz=UTC)
    count = destroy_questions(actor=system("destroy-questions"), now=now)
    print("1 vraag vernietigd." if count == 1 else f"{count} vragen vernietigd.")
    return 0


COMMAND = Command("Vernietig vragen aan een collega waarvan de termijn voorbij is. Laat dit elke dag lopen.", run)
