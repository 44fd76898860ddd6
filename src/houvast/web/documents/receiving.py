"""Taking a file from a request: sealed piece by piece while it comes in, and only for who may send one.

Django reads the whole form as soon as somebody asks for a field of it, and the check on forged requests does that
before any page begins. So the handler is there first and takes nothing; the page looks who it is and what may be done,
opens it, and only then is the form read.
"""

import time
from collections.abc import Callable
from datetime import datetime, timedelta
from functools import wraps
from io import BytesIO
from typing import Concatenate, ParamSpec, cast

from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import FileUploadHandler, SkipFile, StopUpload
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.views.decorators.csrf import csrf_exempt
from django_htmx.http import HttpResponseClientRedirect

from houvast.documents.incoming import IncomingFile, most_bytes
from houvast.web.door import DoorRequest, signed_in

FIELD = "file"
READ_ON = 4
"""How many times the largest file we read on to come back with a message; then we hang up. *Verzonnen*."""

Arguments = ParamSpec("Arguments")


class Receiver(FileUploadHandler):
    """Takes the one file of a form, once it was opened for it; anything else is read past."""

    def __init__(self, request: HttpRequest) -> None:
        """Take nothing yet."""
        super().__init__(request)
        self.incoming: IncomingFile | None = None
        self._is_open, self._began = False, time.monotonic()

    def open(self) -> None:
        """Take a file from now on: who sends it may."""
        self._is_open = True

    def new_file(
        self,
        field_name: str,
        file_name: str,
        content_type: str,
        content_length: int | None,
        charset: str | None = None,
        content_type_extra: dict[str, bytes] | None = None,
    ) -> None:
        """Begin the file, or read past what nobody asked for. What the browser says that it is, is not believed."""
        super().new_file(field_name, file_name, content_type, content_length, charset, content_type_extra)
        if not self._is_open or self.field_name != FIELD or self.incoming is not None:
            raise SkipFile
        self.incoming = IncomingFile(self.file_name or "")

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        """Take a piece; it is nobody else's business."""
        if self.incoming is None:
            raise SkipFile
        self.incoming.add(raw_data)
        if self.incoming.size > READ_ON * most_bytes():
            raise StopUpload(connection_reset=True)

    def file_complete(self, file_size: int) -> "UploadedFile[bytes] | None":
        """Say to the form that there is a file, and how large."""
        if self.incoming is None:
            return None
        self.incoming.finish()
        if self.incoming.problem:
            return None
        return UploadedFile(BytesIO(), self.incoming.name, size=file_size)

    @property
    def problem(self) -> str:
        """Say why the file did not come in; "" when nothing is wrong with it, or none was sent."""
        return self.incoming.problem if self.incoming is not None else ""

    def arrived(self, asked_at: datetime) -> datetime:
        """Say when the file was in: sending it may take minutes, and who saw the case then may see it no longer."""
        return asked_at + timedelta(seconds=time.monotonic() - self._began)

    def discard(self) -> None:
        """Leave nothing of what was not kept."""
        if self.incoming is not None:
            self.incoming.discard()


class UploadRequest(DoorRequest):
    """A request of somebody who is signed in, with what takes its file."""

    receiver: Receiver


def uploading(
    view: Callable[Concatenate[UploadRequest, Arguments], HttpResponse],
) -> Callable[Concatenate[HttpRequest, Arguments], HttpResponseBase]:
    """Let a page take a file. The page itself checks on forged requests, after it has opened the receiver."""

    @csrf_exempt
    @wraps(view)
    def door(request: HttpRequest, /, *args: Arguments.args, **kwargs: Arguments.kwargs) -> HttpResponseBase:
        receiver = Receiver(request)
        request.upload_handlers = [receiver]

        @signed_in
        def inside(known: DoorRequest) -> HttpResponseBase:
            # The same object, with the receiver on it; Django has no other way to type what is added.
            asked = cast(UploadRequest, known)
            asked.receiver = receiver
            return view(asked, *args, **kwargs)

        try:
            return _for_script(request, inside(request))
        finally:
            receiver.discard()

    return door


def _for_script(request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
    """Tell a script where to go, as it would follow the way itself, and the page would be read by nobody."""
    if request.headers.get("HX-Request") and "Location" in response.headers:
        return HttpResponseClientRedirect(response.headers["Location"])
    return response
