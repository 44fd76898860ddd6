"""Addresses of the pages to read."""

from django.urls import path

from houvast.web.reading import views

urlpatterns = [
    path("begrippen/", views.glossary, name="glossary"),
    path("ave-model/", views.model, name="model"),
    path("hulp/", views.help_page, name="help"),
    path("stijl/fasen/<slug:code>.css", views.phase_colours, name="phase-colours"),
]
