"""Which address leads to which door: one line for each feature."""

from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("houvast.web.account.urls")),
    path("", include("houvast.web.work.urls")),
    path("", include("houvast.web.cases.urls")),
    path("", include("houvast.web.moments.urls")),
    path("", include("houvast.web.elsewhere.urls")),
    path("", include("houvast.web.scaling.urls")),
    path("", include("houvast.web.plans.urls")),
    path("", include("houvast.web.participation.urls")),
    path("", include("houvast.web.own_page.urls")),
    path("", include("houvast.web.documents.urls")),
    path("", include("houvast.web.letters.urls")),
    path("", include("houvast.web.reporting_code.urls")),
    path("", include("houvast.web.answering.urls")),
    path("", include("houvast.web.insight.urls")),
    path("", include("houvast.web.management.urls")),
    path("", include("houvast.web.intake.urls")),
    path("", include("houvast.web.log.urls")),
    path("", include("houvast.web.retention.urls")),
    path("", include("houvast.web.consultation.urls")),
    path("", include("houvast.web.safety_house.urls")),
    path("", include("houvast.web.sharing.urls")),
    path("", include("houvast.web.short_lines.urls")),
    path("", include("houvast.web.requests.urls")),
    path("", include("houvast.web.reading.urls")),
    path("", include("houvast.web.health.urls")),
]
