"""On which day a letter went: pure functions."""

from datetime import date


def sent_problems(sent_on: date | None, made_on: date, today: date) -> dict[str, str]:
    """Give a Dutch message when a letter cannot have gone on that day; an empty dict when all is well."""
    if sent_on is None:
        return {"sent_on": "Vul in op welke dag u de brief postte of gaf."}
    if not made_on <= sent_on <= today:
        return {"sent_on": "Kies een dag vanaf die waarop de brief is gemaakt, tot en met vandaag."}
    return {}
