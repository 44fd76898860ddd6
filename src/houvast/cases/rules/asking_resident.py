"""What a professional asks a resident on their own page: short and plain. Pure."""

LONGEST_QUESTION = 300
"""In signs: one or two sentences. *Verzonnen*."""


def question_problems(question: str) -> dict[str, str]:
    """Say what is wrong with a question."""
    if not question.strip():
        return {"question": "Schrijf op wat u wilt vragen, in één of twee zinnen."}
    if len(question) > LONGEST_QUESTION:
        return {"question": f"Vraag één ding tegelijk, in hoogstens {LONGEST_QUESTION} tekens."}
    return {}
