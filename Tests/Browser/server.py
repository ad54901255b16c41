"""A static host: files, an index for folders, and the strict policy that every page must be content with."""
import contextlib
import functools
import http.server
import threading

POLICY = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; object-src 'none'; base-uri 'none'"


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


@contextlib.contextmanager
def serve(folder, prefix):
    """Serves `folder` below the path `prefix` on a free port of this machine; the value is its URL."""
    handler = functools.partial(Handler, directory=str(folder), prefix=prefix)
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}{prefix}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
