"""The real application on a port, over the database of the test that goes on."""

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from django.core.servers.basehttp import ThreadedWSGIServer, WSGIRequestHandler
from django.core.wsgi import get_wsgi_application

LOOPBACK = "127.0.0.1"
IDLE_SECONDS = 5

Asked = socket.socket | tuple[bytes, socket.socket]


class LiveServer(ThreadedWSGIServer):
    """Serves one test after the other on one port."""

    def __init__(self) -> None:
        """Take a free port."""
        super().__init__((LOOPBACK, 0), QuietHandler)
        self.address = f"http://{LOOPBACK}:{self.server_port}"
        self._asking: dict[Asked, threading.Thread] = {}
        self._beginning = threading.Lock()

    def process_request(self, request: Asked, client_address: object) -> None:
        """Handle each connection in a thread, and remember it."""
        thread = threading.Thread(target=self.process_request_thread, args=(request, client_address), daemon=True)
        with self._beginning:
            self._asking[request] = thread
            thread.start()

    def shutdown_request(self, request: Asked) -> None:
        """Forget a connection when everything about it is closed."""
        super().shutdown_request(request)
        self._asking.pop(request, None)

    def renew(self) -> None:
        """Begin anew, as a server that was just started: with the settings of the test that comes."""
        self.set_app(get_wsgi_application())

    def finish(self) -> None:
        """Wait for every request, so that no connection to the database outlives the test.

        A browser keeps connections open on which it asks nothing; nobody listens to those any more.
        """
        with self._beginning:
            asking = list(self._asking.items())
        for request, thread in asking:
            if isinstance(request, socket.socket):
                with suppress(OSError):
                    request.shutdown(socket.SHUT_RD)
            thread.join()


class QuietHandler(WSGIRequestHandler):
    """Handles one request on each connection, without a line for each of them."""

    protocol_version = "HTTP/1.0"
    timeout = IDLE_SECONDS

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: a test that fails says what it saw."""


@contextmanager
def serving() -> Iterator[LiveServer]:
    """Give a server that answers until the last test is over."""
    server = LiveServer()
    server.renew()
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    yield server
    server.shutdown()
    server.server_close()
    thread.join()
