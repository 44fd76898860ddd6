"""Addresses of Mijn werk."""

from django.urls import path

from houvast.web.work import views

urlpatterns = [path("", views.my_work)]
