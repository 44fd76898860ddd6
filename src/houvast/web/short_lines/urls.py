"""Addresses of short lines. They hold ids only."""

from django.urls import path

from houvast.web.short_lines import acts, pages, questions, terms

urlpatterns = [
    path("korte-lijnen/", pages.overview),
    path("korte-lijnen/nieuw", acts.new_line),
    path("korte-lijnen/<uuid:line_id>/", pages.line_page),
    path("korte-lijnen/<uuid:line_id>/contact", acts.change_contact),
    path("korte-lijnen/<uuid:line_id>/klopt", acts.confirm),
    path("korte-lijnen/<uuid:line_id>/beeindigen", acts.end),
    path("korte-lijnen/<uuid:line_id>/vraag", questions.ask),
    path("korte-lijnen/vragen/<uuid:question_id>/", questions.question_page),
    path("korte-lijnen/vragen/<uuid:question_id>/antwoord", questions.answer),
    path("korte-lijnen/vragen/<uuid:question_id>/doorgeven", questions.pass_on),
    path("beheer/korte-lijnen/", terms.term_list),
    path("beheer/korte-lijnen/<str:code>/", terms.change),
]
