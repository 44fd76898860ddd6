"""Addresses of crucial moments. They hold codes and ids only."""

from django.urls import path

from houvast.web.moments import acts, items, views

urlpatterns = [
    path("casussen/<slug:code>/momenten/", views.moments),
    path("casussen/<slug:code>/momenten/nieuw/", acts.plan),
    path("momenten/<uuid:moment_id>/", views.moment),
    path("momenten/<uuid:moment_id>/verzetten/", acts.move),
    path("momenten/<uuid:moment_id>/doorgegaan/", acts.happened),
    path("momenten/<uuid:moment_id>/afzeggen/", acts.cancel),
    path("momenten/<uuid:moment_id>/punt-toevoegen/", items.add),
    path("momenten/<uuid:moment_id>/contact/<slug:side>/", items.contact),
    path("momenten/punten/<uuid:item_id>/", items.report),
]
