"""What happens to short lines, as the audit log says it."""

from houvast.audit.events import Event

LINE_OPENED = Event("short_line.opened", "legde een korte lijn vast")
CONTACT_SET = Event("short_line.contact_set", "legde vast wie het contact van een korte lijn is")
LINE_CHECKED = Event("short_line.checked", "keek na of een korte lijn nog klopt")
LINE_ENDED = Event("short_line.ended", "beëindigde een korte lijn")
COLLEAGUE_ASKED = Event("colleague_question.asked", "vroeg een collega iets buiten een casus")
QUESTION_READ = Event("colleague_question.read", "las een vraag aan een collega")
QUESTION_PASSED = Event("colleague_question.passed", "gaf een vraag aan een collega door aan de vervanger")
COLLEAGUE_ANSWERED = Event("colleague_question.answered", "beantwoordde een vraag van een collega")
QUESTION_DESTROYED = Event("colleague_question.destroyed", "vernietigde een vraag aan een collega na de termijn")
TERM_SET = Event("short_line.term_set", "stelde een termijn voor korte lijnen in")
