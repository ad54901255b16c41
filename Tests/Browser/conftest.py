"""The example wiki, built and served as a static host would, and a browser to read it with."""
import os
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

from command import ROOT, Quaestio, copy_example
from server import serve


@pytest.fixture(scope="session")
def quaestio():
    """The program under test: $QUAESTIO, else the newest that was built."""
    if "QUAESTIO" in os.environ:
        return Quaestio(Path(os.environ["QUAESTIO"]))
    built = [path for path in ROOT.glob(".build/*/quaestio") if path.is_file()]
    if not built:
        pytest.exit("There is no quaestio to test: run `swift build`, or set QUAESTIO.", returncode=2)
    return Quaestio(max(built, key=lambda path: path.stat().st_mtime))


@pytest.fixture(scope="session")
def example(quaestio, tmp_path_factory):
    """The published example wiki, made with the repository's templates."""
    site = copy_example(tmp_path_factory.mktemp("example").resolve())
    shutil.copytree(ROOT / "templates", site / "templates")
    quaestio("build", "--site", site)
    return site / "public"


@pytest.fixture(scope="session")
def host(example):
    """The URL of the example wiki, which lies below the host's root."""
    with serve(example, "/some/path/") as url:
        yield url


@pytest.fixture(scope="session")
def chromium():
    executable = os.environ.get("CHROMIUM") or shutil.which("chromium")
    if not executable:
        pytest.exit("There is no chromium in PATH: run `scripts/install-dependencies test`.", returncode=2)
    # The sandbox needs user namespaces, which containers and root often lack; the pages are our own.
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=["--no-sandbox"])
        yield browser
        browser.close()


class Reader:
    """Opens pages, and remembers what went wrong on them that a reader may not see."""

    def __init__(self, browser, host):
        self.browser, self.host = browser, host
        self.contexts, self.faults = [], []

    def page(self, **options):
        """A new page in a context of its own; `options` are Playwright's, such as `viewport`."""
        context = self.browser.new_context(**options)
        self.contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: self.faults.append(f"{page.url}: {message.type}: {message.text}"))
        page.on("pageerror", lambda error: self.faults.append(f"{page.url}: {error}"))
        page.on("request", self.check)
        return page

    def check(self, request):
        if not request.url.startswith(self.host):
            self.faults.append(f"{request.frame.url}: asked for {request.url}")

    def open(self, path, **options):
        page = self.page(**options)
        page.goto(self.host + path)
        return page

    def close(self):
        for context in self.contexts:
            context.close()


@pytest.fixture
def reader(chromium, host):
    """Every test that reads pages also proves that nothing is printed on the console and no other host is asked."""
    reader = Reader(chromium, host)
    yield reader
    reader.close()
    assert reader.faults == []
