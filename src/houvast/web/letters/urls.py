"""Addresses of letters. They hold codes and ids only, never a name."""

from django.urls import path

from houvast.web.letters import sending, templates, views, writing

urlpatterns = [
    path("casussen/<slug:code>/brieven/", views.letters),
    path("casussen/<slug:code>/brieven/nieuw/", writing.choose),
    path("casussen/<slug:code>/brieven/nieuw/<slug:kind>/<uuid:recipient_id>/", writing.write),
    path("brieven/<uuid:letter_id>/", views.letter_page),
    path("brieven/<uuid:letter_id>/verstuurd/", sending.sent),
    path("brieven/<uuid:letter_id>/brief.pdf", views.letter_pdf),
    path("brieven/<uuid:letter_id>/brief.txt", views.letter_text),
    path("beheer/brieven/", templates.template_list),
    path("beheer/brieven/<slug:kind>/", templates.change),
]
