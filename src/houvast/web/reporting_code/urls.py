"""Addresses of reporting codes. They hold codes and ids only."""

from django.urls import path

from houvast.web.reporting_code import views

urlpatterns = [
    path("casussen/<slug:code>/meldcode/", views.overview),
    path("casussen/<slug:code>/meldcode/beginnen/", views.begin),
    path("meldcode/<uuid:code_id>/stap/", views.record_step),
]
