"""What Mijn werk and the timeline say about a stay in another municipality."""


def why_ending(host: str, who: str, *, hosts: bool, passed: bool, leading: str) -> str:
    """Say why a stay is on the list: to who hosts, or to who leads the case."""
    if hosts:
        return f"U kijkt mee voor {leading}. Daarna ziet u deze casus niet meer. Is de inwoner dan terug?"
    if passed:
        return f"De afspraak met {host} is afgelopen. Is de inwoner terug, of verlengt u?"
    return f"{who} in {host} kijkt mee. Komt de inwoner terug, of verlengt u?"


def stay_sentence(state: str, host: str, who: str, by: str, until: str) -> tuple[str, str]:
    """Say that a stay was agreed, extended or ended; `until` is its last day."""
    return {
        "agreed": (f"Verblijf in {host}:", f" {who} kijkt daar mee tot en met {until}, afgesproken door {by}."),
        "extended": (f"Verblijf in {host} verlengd", f" tot en met {until}, door {by}."),
        "ended": (f"Verblijf in {host} voorbij:", f" {who} kijkt niet meer mee, zegt {by}."),
    }[state]
