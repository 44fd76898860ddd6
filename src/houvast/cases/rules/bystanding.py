"""What is recorded of a neighbour or notifier, and what is wrong with it. Pure."""

from dataclasses import dataclass

LONGEST_WHO = 120


@dataclass(frozen=True, slots=True)
class NewBystander:
    """Who it is, how they are reached, and whether they spoke in confidence. Who notified always did."""

    is_notifier: bool
    name: str
    reach: str
    confidential: bool
    noticed: str

    @property
    def who(self) -> str:
        """Give the name with how they are reached."""
        return ", ".join(part for part in (self.name.strip(), self.reach.strip()) if part)

    @property
    def stays_confidential(self) -> bool:
        """Say whether nobody may say that it was them."""
        return self.is_notifier or self.confidential


def bystander_problems(new: NewBystander) -> dict[str, str]:
    """Give a Dutch message for each field that cannot be used; an empty dict when all is well."""
    problems = {}
    if not new.name.strip():
        problems["name"] = "Vul een naam in, of 'een buur' als iemand die niet gaf."
    if not new.noticed.strip():
        problems["noticed"] = "Schrijf op wat deze persoon merkt."
    return problems
