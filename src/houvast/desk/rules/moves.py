"""What the timeline says about a move to another municipality."""


def offer_sentence(to: str, member: str, by: str) -> tuple[str, str]:
    """Say that a case was offered."""
    return f"Aangeboden aan gemeente {to}:", f" {by} vraagt {member} de casus over te nemen."


def answer_sentence(outcome: str, to: str, by: str) -> tuple[str, str]:
    """Say what became of that."""
    return {
        "accepted": (f"Overgenomen door gemeente {to},", f" zegt {by}. Daar loopt een eigen casus."),
        "refused": (f"Niet overgenomen door gemeente {to},", f" zegt {by}."),
        "withdrawn": (f"Aanbod aan gemeente {to} ingetrokken", f" door {by}."),
    }[outcome]


def received_sentence(source: str, offered_by: str, accepted_by: str) -> tuple[str, str]:
    """Say from where a case came."""
    return f"Overgenomen van gemeente {source}", f" door {accepted_by}, aangeboden door {offered_by}."
