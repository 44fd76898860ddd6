"""Registers the pages with Django, for their templates and static files."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    """The doors that people use."""

    name = "houvast.web"
    label = "web"
