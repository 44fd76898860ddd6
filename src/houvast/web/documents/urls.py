"""Addresses of documents. They hold codes and ids only, never a name."""

from django.urls import path

from houvast.web.documents import uploading, views

urlpatterns = [
    path("casussen/<slug:code>/documenten/", views.documents),
    path("casussen/<slug:code>/documenten/nieuw/", uploading.add),
    path("documenten/versies/<uuid:version_id>/", views.download),
    path("documenten/<uuid:document_id>/", views.document),
    path("documenten/<uuid:document_id>/versie/", uploading.change),
    path("documenten/<uuid:document_id>/gelakte-kopie/", uploading.redact),
]
