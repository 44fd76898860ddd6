"""Addresses of short lines. They hold ids only."""

from django.urls import path

from houvast.web.short_lines import acts, pages, terms

urlpatterns = [
    path("korte-lijnen/", pages.overview),
    path("korte-lijnen/nieuw", acts.new_line),
    path("korte-lijnen/<uuid:line_id>/", pages.line_page),
    path("korte-lijnen/<uuid:line_id>/contact", acts.change_contact),
    path("korte-lijnen/<uuid:line_id>/klopt", acts.confirm),
    path("korte-lijnen/<uuid:line_id>/beeindigen", acts.end),
    path("beheer/korte-lijnen/", terms.term_list),
    path("beheer/korte-lijnen/<str:code>/", terms.change),
]
