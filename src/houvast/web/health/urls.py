"""Addresses for machines; nobody signs in here."""

from django.urls import path

from houvast.web.health import views

urlpatterns = [
    path("gezondheid", views.health, name="health"),
    path("robots.txt", views.robots, name="robots"),
]
