"""Addresses of the log."""

from django.urls import path

from houvast.web.log import views

urlpatterns = [
    path("logboek/", views.log_page, name="log"),
    path("logboek/bestand/", views.log_file, name="log_file"),
    path("logboek/uittreksel/", views.extract_page, name="log_extract"),
]
