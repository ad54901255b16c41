"""A static host: files, an index for folders, and the strict policy that every page must be content with."""
import contextlib
import functools
import gzip
import http.server
import os
import threading
from urllib.parse import unquote, urlsplit

POLICY = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; object-src 'none'; base-uri 'none'"

# The kinds of files that hosts compress.
COMPRESSED = {".css", ".html", ".js", ".json", ".md", ".svg", ".txt", ".wasm", ".xml"}


class Handler(http.server.SimpleHTTPRequestHandler):
    extensions_map = {
        **http.server.SimpleHTTPRequestHandler.extensions_map,
        ".js": "text/javascript",
        ".wasm": "application/wasm",
        "": "application/octet-stream",
    }

    def __init__(self, *arguments, prefix, **options):
        self.prefix = prefix
        super().__init__(*arguments, **options)

    def send_head(self):
        # Browsers ask every host for this on their own, and print on the console that it is missing.
        if self.path == "/favicon.ico":
            self.send_response(204)
            self.end_headers()
            return None
        # The site lies below the prefix alone, so that a link which leaves it is noticed.
        if not self.path.startswith(self.prefix):
            self.send_error(404)
            return None
        self.path = "/" + self.path[len(self.prefix) :]
        return super().send_head()

    def end_headers(self):
        self.send_header("Content-Security-Policy", POLICY)
        super().end_headers()

    def log_message(self, *arguments):
        pass


class CountingHandler(Handler):
    """Serves a folder made by `compress`, and notes the path and the length of each file that it sends."""

    def __init__(self, *arguments, sent, **options):
        self.sent = sent
        super().__init__(*arguments, **options)

    def send_response(self, code, message=None):
        super().send_response(code, message)
        if code == 200 and is_compressed(self.path):
            self.send_header("Content-Encoding", "gzip")

    def copyfile(self, source, outputfile):
        self.sent.append((unquote(urlsplit(self.path).path)[1:], os.fstat(source.fileno()).st_size))
        super().copyfile(source, outputfile)


def is_compressed(url):
    """Whether hosts compress the file at a path, which may have a query; that of a folder is its index."""
    path = urlsplit(url).path
    return path.endswith("/") or os.path.splitext(path)[1] in COMPRESSED


def compress(folder):
    """Makes of each file of a published site what a host sends: `gzip -9` of the kinds that hosts compress."""
    for path in folder.rglob("*"):
        if path.suffix in COMPRESSED:
            path.write_bytes(gzip.compress(path.read_bytes(), 9, mtime=0))


@contextlib.contextmanager
def serve(folder, prefix, sent=None):
    """Serves `folder` below the path `prefix` on a free port of this machine; the value is its URL.

    With a list `sent` the folder is one made by `compress`, and what is sent of it joins the list.
    """
    kind = Handler if sent is None else functools.partial(CountingHandler, sent=sent)
    handler = functools.partial(kind, directory=str(folder), prefix=prefix)
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}{prefix}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
