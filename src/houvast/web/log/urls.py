"""Addresses of the log."""

from django.urls import path

from houvast.web.log import views

urlpatterns = [path("logboek/", views.log_page, name="log")]
