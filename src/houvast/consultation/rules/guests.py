"""A resident or supporter at their own item: what is missing when somebody records that. Pure functions."""

from datetime import date

LONGEST_WHO = 120
LONGEST_WHY = 240


def guest_problems(
    *, who: str, asked: bool, told_on: date | None, told_how: str, why: str, today: date
) -> dict[str, str]:
    """Say at each field what is missing: when and how they were told, or why they were not asked."""
    problems = {}
    if len(who) > LONGEST_WHO:
        problems["who"] = f"Maak het korter: hoogstens {LONGEST_WHO} tekens."
    if len(why) > LONGEST_WHY:
        problems["why"] = f"Maak het korter: hoogstens {LONGEST_WHY} tekens."
    if not asked:
        if not why.strip():
            problems["why"] = "Schrijf op waarom diegene niet is gevraagd."
        return problems
    if told_on is None:
        problems["told_on"] = "Vul in wanneer het is verteld."
    elif told_on > today:
        problems["told_on"] = "Kies vandaag of een dag die geweest is: toen is het verteld."
    if not told_how:
        problems["told_how"] = "Kies hoe het is verteld."
    return problems
