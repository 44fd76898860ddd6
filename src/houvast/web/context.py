"""What every page may use: who looks, whether this is a practice region, and the frame that fits."""

from django.conf import settings
from django.http import HttpRequest

from houvast.directory.viewer import Viewer


def page(request: HttpRequest) -> dict[str, object]:
    """Give the context that `base.html` counts on. Asks the database nothing."""
    viewer: Viewer | None = getattr(request, "viewer", None)
    return {
        "viewer": viewer,
        "practice": settings.HOUVAST_PRACTICE,
        "frame": "base.html" if viewer else "base_anoniem.html",
    }
