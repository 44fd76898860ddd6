"""Addresses of the log."""

from django.urls import path

from houvast.web.log import register, views

urlpatterns = [
    path("logboek/", views.log_page, name="log"),
    path("logboek/bestand/", views.log_file, name="log_file"),
    path("logboek/dataverwerkingen/", register.processings_file, name="log_processings"),
    path("logboek/verwerkingen/", register.register_page, name="log_register"),
    path("logboek/verwerkingen/<slug:code>/", register.change_activity, name="log_activity"),
    path("logboek/uittreksel/", views.extract_page, name="log_extract"),
]
