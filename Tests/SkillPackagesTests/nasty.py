"""A web server of a folder that does what servers do on bad days: /MODE/path, and /log says what was asked.

It prints its port, and ends when its stdin does. Modes that begin with 'all-' are so with every file, others with archives.
"""
import os
import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

root = sys.argv[1]
seen, log, lock = {}, [], threading.Lock()


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_):
        pass

    def do_GET(self):
        if self.path == "/log":
            return self.whole("\n".join(log).encode())
        _, mode, name = self.path.split("/", 2)
        with lock:
            log.append(" ".join([self.path, self.headers.get("Range", "-"), self.headers.get("If-Range", "-")]))
            count = seen[self.path] = seen.get(self.path, 0) + 1
        if not name.endswith(".skill") and not mode.startswith("all-"):
            mode = "plain"
        try:
            with open(os.path.join(root, name), "rb") as file:
                content = file.read()
        except OSError:
            return self.status(404)
        try:
            self.answer(mode.removeprefix("all-"), name, content, count)
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True

    def answer(self, mode, name, content, count):
        kind, _, number = mode.partition("-")
        if kind == "plain":
            self.ranged(content)
        elif kind == "cut":
            self.ranged(content, most=10)
        elif kind == "cutonce":
            self.ranged(content, most=10 if count == 1 else None, ranges=number != "noranges")
        elif kind == "cutthenchanged":
            self.ranged(content, most=10 if count == 1 else None, tag=f'"{count}"')
        elif kind == "cutthenlying":
            if count == 2:
                return self.head(206, {"Content-Length": "3", "Content-Range": "bytes 5-7/99"}, b"abc")
            self.ranged(content, most=10 if count == 1 else None)
        elif kind == "cutthengone":
            if count == 2:
                return self.status(416)
            self.ranged(content, most=10 if count == 1 else None)
        elif kind == "cutthenendless":
            if count > 1 and "Range" in self.headers:
                last = {"Content-Length": str(2**63 - 1), "Content-Range": f"bytes 10-{2**63 - 2}/{2**63 - 1}"}
                return self.head(206, last, content[10:])
            self.ranged(content, most=10)
        elif kind == "redirect":
            left = int(number)
            self.redirect(f"/redirect-{left - 1}/{name}" if left else f"/plain/{name}")
        elif kind == "allredirect":
            self.redirect(f"../all-plain/{name}")
        elif kind == "loop":
            self.redirect(self.path)
        elif kind == "tofile":
            self.redirect("file://" + os.path.join(root, name))
        elif kind == "nowhere":
            self.head(302, {"Content-Length": "0"}, b"")
        elif kind == "status":
            self.status(int(number))
        elif kind == "flaky":
            self.status(503) if count == 1 else self.ranged(content)
        elif kind == "busyonce":
            self.status(429, {"Retry-After": number}) if count == 1 else self.ranged(content)
        elif kind == "wrong":
            self.whole(content[:-1] + b"!")
        elif kind == "longer":
            self.whole(content + b"!")
        elif kind == "shorter":
            self.whole(content[:-1])
        elif kind == "unending":
            self.head(200, {}, b"")
            while True:
                self.wfile.write(b" " * 65536)
        elif kind == "trickle":
            self.head(200, {"Content-Length": str(len(content))}, content[:1])
            # Nothing more, until whoever waits has gone.
            self.rfile.read(1)
            self.close_connection = True

    def ranged(self, content, most=None, ranges=True, tag='"v1"'):
        start = 0
        wanted = self.headers.get("Range")
        if wanted and ranges and self.headers.get("If-Range", tag) == tag:
            start = int(wanted.removeprefix("bytes=").removesuffix("-"))
        rest = content[start:]
        fields = {"Content-Length": str(len(rest)), "ETag": tag}
        if start:
            fields["Content-Range"] = f"bytes {start}-{len(content) - 1}/{len(content)}"
        self.head(206 if start else 200, fields, rest[:most])
        if most is not None and most < len(rest):
            self.close_connection = True

    def redirect(self, place):
        self.head(302, {"Location": place, "Content-Length": "0"}, b"")

    def status(self, code, fields={}):
        self.head(code, {"Content-Length": "0", **fields}, b"")

    def whole(self, content):
        self.head(200, {"Content-Length": str(len(content))}, content)

    def head(self, code, fields, content):
        self.send_response(code)
        for name, value in fields.items():
            self.send_header(name, value)
        if "Content-Length" not in fields:
            self.close_connection = True
        self.end_headers()
        self.wfile.write(content)
        self.wfile.flush()


server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
server.daemon_threads = True
threading.Thread(target=server.serve_forever, daemon=True).start()
print(server.server_port, flush=True)
sys.stdin.read()
