"""A webhook's receiver that fails as receivers do, run as a process of its own: `receiver.py LOG SEED PAUSE`.

It prints its port, and writes one line for each request that it has read whole: what became of it, the webhook-id, the
SHA-256 of the body, and the alerts that the body speaks of.
"""

import hashlib
import json
import os
import random
import socket
import sys
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

FAULTS = {"taken": 80, "failed": 6, "dropped": 6, "busy": 4, "slow": 4}
"""What becomes of a request, and how often in a hundred. A dropped and a slow one were taken, but the sender does not
hear of it."""

SLOW_SECONDS = 3.0


class Receiver(BaseHTTPRequestHandler):
    """Reads the whole request, writes the log's line, then does what the dice say."""

    protocol_version = "HTTP/1.1"

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        fault = self.server.throw()
        self.server.write(fault, self.headers["webhook-id"], body)
        time.sleep(self.server.pause)
        if fault == "dropped":
            self.connection.shutdown(socket.SHUT_RDWR)
            self.close_connection = True
            return
        if fault == "slow":
            time.sleep(SLOW_SECONDS)
        self.send_response({"failed": 500, "busy": 429}.get(fault, 204))
        if fault == "busy":
            self.send_header("Retry-After", "1")
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_):
        """Nothing on the error stream: the log file tells it."""


class Server(ThreadingHTTPServer):
    """The receiver's dice and its log, which all its threads share."""

    daemon_threads = True
    request_queue_size = 128

    def __init__(self, log, seed, pause):
        super().__init__(("127.0.0.1", 0), Receiver)
        self.pause = pause
        self._dice = random.Random(seed)  # noqa: S311 - dice that fall the same way again
        self._log = os.open(log, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
        self._turn = threading.Lock()

    def throw(self):
        with self._turn:
            return self._dice.choices(list(FAULTS), list(FAULTS.values()))[0]

    def write(self, fault, webhook_id, body):
        line = json.dumps([fault, webhook_id, hashlib.sha256(body).hexdigest(), alerts_in(json.loads(body))])
        os.write(self._log, f"{line}\n".encode())

    def handle_error(self, request, client_address):
        """A sender that was killed leaves a broken connection behind; that is the point."""


def alerts_in(payload):
    """The numbers of the alerts that a payload tells of."""
    return [item["id"] for item in payload["data"]["alerts"]]


if __name__ == "__main__":
    server = Server(sys.argv[1], int(sys.argv[2]), float(sys.argv[3]))
    sys.stdout.write(f"{server.server_port}\n")
    sys.stdout.flush()
    server.serve_forever(poll_interval=0.05)
