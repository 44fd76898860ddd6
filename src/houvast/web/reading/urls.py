"""Addresses of the pages to read."""

from django.urls import path

from houvast.web.reading import views, who_sees

urlpatterns = [
    path("begrippen/", views.glossary, name="glossary"),
    path("ave-model/", views.model, name="model"),
    path("wie-ziet-wat/", who_sees.table, name="who-sees-what"),
    path("wie-ziet-wat/sluiten/", who_sees.close),
    path("wie-ziet-wat/openen/<uuid:cell_id>/", who_sees.open_again),
    path("hulp/", views.help_page, name="help"),
    path("stijl/fasen/<slug:code>.css", views.phase_colours, name="phase-colours"),
]
