"""What a question to another table lacks, and where it stands."""

import pytest

from houvast.consultation.rules.asking import QuestionState, question_problems, question_state
from houvast.kernel.ids import new_id
from tests.sentences import told_at


def test_a_question_has_a_table_and_words() -> None:
    assert question_problems("Wie belt?", table_fits=True) == {}
    assert told_at(question_problems("  ", table_fits=False)) == {"table", "question"}
    assert question_problems("x" * 300, table_fits=True) == {}
    assert told_at(question_problems("x" * 301, table_fits=True)) == {"question"}


@pytest.mark.parametrize(
    ("on_agenda", "closed", "ended", "state"),
    [
        (False, False, False, QuestionState.WAITING),
        (True, False, False, QuestionState.ON_AGENDA),
        (True, True, False, QuestionState.DISCUSSED),
        (True, True, True, QuestionState.ENDED),
        (False, False, True, QuestionState.ENDED),
    ],
)
def test_a_question_waits_is_discussed_and_ends(
    on_agenda: bool, closed: bool, ended: bool, state: QuestionState
) -> None:
    item = new_id() if on_agenda else None
    assert question_state(answering_item=item, meeting_closed=closed, ended=ended) is state
