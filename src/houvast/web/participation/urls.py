"""Addresses around own pages, for professionals. They hold codes of cases and ids only."""

from django.urls import path

from houvast.web.participation import giving, paper, settings, views, wishes, withholding

urlpatterns = [
    path("casussen/<slug:code>/eigen-pagina/", views.overview),
    path("casussen/<slug:code>/eigen-pagina/geven/", giving.give),
    path("casussen/<slug:code>/eigen-pagina/<uuid:participant_id>/code/", giving.new_code),
    path("casussen/<slug:code>/eigen-pagina/<uuid:participant_id>/beeindigen/", giving.end),
    path("casussen/<slug:code>/eigen-pagina/<uuid:participant_id>/pagina.pdf", paper.pdf),
    path("casussen/<slug:code>/eigen-pagina/<uuid:participant_id>/pagina.txt", paper.text),
    path("casussen/<slug:code>/eigen-pagina/weglaten/", withholding.withhold),
    path("casussen/<slug:code>/eigen-pagina/weggelaten/<uuid:withheld_id>/", withholding.show_again),
    path("casussen/<slug:code>/eigen-pagina/wens/<uuid:wish_id>/", wishes.grant),
    path("casussen/<slug:code>/eigen-pagina/wens/<uuid:wish_id>/nee/", wishes.decline),
    path("beheer/eigen-pagina/", settings.change),
]
