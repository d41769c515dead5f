"""The HTTP side of the AnkiConnect server for tests, with modes in which it misbehaves."""

import http.server
import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tests.anki.ankiconnect_server import AnkiConnectServer


def create_handler(server: "AnkiConnectServer") -> type[http.server.BaseHTTPRequestHandler]:
    """Return the handler of requests to this server."""

    class Handler(http.server.BaseHTTPRequestHandler):
        def log_message(self, *_: Any) -> None:
            pass

        def send(self, data: bytes, status: int = 200, **headers: str) -> None:
            self.send_response(status)
            for name, value in {"Content-Length": str(len(data)), **headers}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(data)

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            request = json.loads(body)
            if server.mode == "silent":
                server.stopping.wait()
            elif server.mode == "closed":
                self.close_connection = True
            elif server.mode == "junk":
                self.send(b"\xff" * 10_000_000)
            elif server.mode == "html":
                self.send(b"<html><h1>502</h1></html>", 502)
            elif server.mode == "null":
                self.send(b'{"result": null, "error": null}')
            elif server.mode == "redirect":
                self.send(b"", 307, Location="http://127.0.0.1:9/steal")
            elif server.mode == "cut":
                self.send_response(200)
                self.send_header("Content-Length", "1000")
                self.end_headers()
                self.wfile.write(b'{"result": [16000')
            elif server.mode == "markup":
                self.send(b'{"result": null, "error": "bad <img src=x>\\n\\u202eword"}')
            else:
                with server.lock:
                    answer = server.reply(request)
                if server.mode == f"no reply after {request['action']}":
                    server.stopping.wait()  # the action is done, but its result is never sent
                self.send(json.dumps(answer).encode())

    return Handler
