"""`quaestio check --external`: pages of another site, which is a server on this machine."""
import http.server
import json
import os
import threading
from contextlib import contextmanager


class Site(http.server.BaseHTTPRequestHandler):
    """Answers by the path: `/404` with 404, `/shy` only to GET, `/301` with a permanent redirect to `/new`."""

    asked = []

    def do_HEAD(self):
        self.answer()

    def do_GET(self):
        self.answer()

    def answer(self):
        Site.asked.append((self.command, self.path, self.headers.get("User-Agent"), self.headers.get("Range")))
        status = {"/404": 404, "/301": 301, "/302": 302, "/500": 500}.get(self.path, 200)
        if self.path == "/shy" and self.command == "HEAD":
            status = 405
        self.send_response(status)
        if status in (301, 302):
            self.send_header("Location", "/new?a=%E7%86%B5")
        self.end_headers()
        if self.command == "GET":
            try:
                for _ in range(10_000):
                    self.wfile.write(b"x" * 65536)
            except OSError:
                pass

    def log_message(self, *arguments):
        pass


@contextmanager
def other_site():
    Site.asked = []
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Site)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


def write(folder, *lines):
    (folder / "content" / "questions").mkdir(parents=True)
    text = "---\ntitle: 熵\nprovenance: human\n---\n" + "\n\n".join(lines) + "\n"
    (folder / "content" / "questions" / "a.md").write_text(text, encoding="utf-8")
    return folder


def check(quaestio, site, *options):
    # What the tests' own machine has set for its network must not lead the requests elsewhere.
    for name in ("http_proxy", "https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"):
        os.environ.pop(name, None)
    return quaestio.run("check", "--site", site, "--external", *options)


def test_pages_that_are_gone_or_have_moved_are_named(quaestio, tmp_path):
    with other_site() as host:
        site = write(tmp_path, f"[a]({host}/404) [b]({host}/301#x) [c]({host}/302)", f"<{host}/shy> <{host}/404#y>")
        result = check(quaestio, site, "--external-private", "--format", "json")
        assert result.returncode == 0
        found = [line for line in map(json.loads, result.stderr.splitlines()) if line["id"].startswith("external.")]
        places = sorted((line["id"], line["line"], line["column"]) for line in found)
        assert places == [("external.gone", 5, 1), ("external.gone", 7, places[1][2]), ("external.moved", 5, places[2][2])]
        moved = next(line for line in found if line["id"] == "external.moved")
        assert f"{host}/new?a=%E7%86%B5" in json.dumps(moved)
        # Each address was asked once; a page is gone only when a GET says so, of which no more than the head is read.
        methods = [(method, path) for method, path, _, _ in Site.asked]
        assert methods.count(("HEAD", "/404")) == 1 and methods.count(("GET", "/404")) == 1
        assert methods.count(("HEAD", "/shy")) == 1 and methods.count(("GET", "/shy")) == 1
        assert all(agent.startswith("Quaestio/") and agent.endswith("(+link check)") for _, _, agent, _ in Site.asked)
        assert all(wanted == "bytes=0-65535" for method, _, _, wanted in Site.asked if method == "GET")


def test_answers_are_remembered_and_a_damaged_memory_is_none(quaestio, tmp_path):
    with other_site() as host:
        site = write(tmp_path, f"[a]({host}/404) [b]({host}/good)")
        first = check(quaestio, site, "--external-private")
        assert "External links: checked 2 addresses on 1 host: 1 gone.\n" in first.stdout
        count = len(Site.asked)
        second = check(quaestio, site, "--external-private")
        assert (second.stdout, second.stderr, len(Site.asked)) == (first.stdout, first.stderr, count)
        memory = site / ".quaestio" / "external-links.jsonl"
        memory.write_bytes(b"\xff{nonsense\n" * 3)
        third = check(quaestio, site, "--external-private")
        assert (third.stdout, third.stderr, len(Site.asked)) == (first.stdout, first.stderr, 2 * count)


def test_neighbours_are_not_asked_unless_one_says_so(quaestio, tmp_path):
    with other_site() as host:
        port = host.rsplit(":", 1)[1]
        hosts = ["127.0.0.1", "localhost", "[::ffff:127.0.0.1]", "2130706433", "0x7f.1"]
        site = write(tmp_path, *(f"[a](http://{name}:{port}/404)" for name in hosts))
        result = check(quaestio, site)
        assert Site.asked == []
        assert "5 not judged" in result.stdout and "external." not in result.stderr


def test_a_host_that_takes_no_connection_is_named_once(quaestio, tmp_path):
    with other_site() as host:
        pass
    site = write(tmp_path, *(f"[a]({host}/{number})" for number in range(4)))
    result = check(quaestio, site, "--external-private")
    assert result.stderr.count("external.unreachable") == 1
    assert "4 unreachable" in result.stdout


def test_nobody_is_asked_without_the_option(quaestio, tmp_path):
    with other_site() as host:
        result = quaestio.run("check", "--site", write(tmp_path, f"[a]({host}/404)"))
        assert Site.asked == [] and "External links" not in result.stdout
    assert quaestio.run("check", "--site", tmp_path, "--external-private").returncode == 2
