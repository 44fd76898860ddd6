"""The child's interest (*kinderen in de knel*): asked of every decision and plan with children, else of none."""

NO_CHILD_INTEREST = "Schrijf op wat dit betekent voor de kinderen. Eén zin is genoeg."


def child_problems(children: bool, *texts: str) -> dict[str, str]:
    """Give a Dutch message at the field when there are children and none of these texts says what it means for them."""
    missing = children and not any(text.strip() for text in texts)
    return {"children": NO_CHILD_INTEREST} if missing else {}
