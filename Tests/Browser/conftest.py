"""The example wiki and sites that strain a theme, built and served as a static host would, and a browser to read them."""
import dataclasses
import os
import shutil
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import sync_playwright

from command import ROOT, Quaestio, copy_example
from server import serve
from stress_site import empty_site, one_question_site, stress_site


@pytest.fixture(scope="session")
def quaestio():
    """The program under test: $QUAESTIO, else the newest that was built."""
    if "QUAESTIO" in os.environ:
        return Quaestio(Path(os.environ["QUAESTIO"]))
    built = [path for path in ROOT.glob(".build/*/quaestio") if path.is_file()]
    if not built:
        pytest.exit("There is no quaestio to test: run `swift build`, or set QUAESTIO.", returncode=2)
    return Quaestio(max(built, key=lambda path: path.stat().st_mtime))


@dataclasses.dataclass
class Site:
    """A published site: its folder, and the path of a host's root that its address says it lies below."""

    folder: Path
    prefix: str

    def pages(self):
        """The paths of the pages that readers stay at: not of former addresses, which lead on."""
        paths = [path for path in sorted(self.folder.rglob("*.html")) if "http-equiv" not in path.read_text("utf-8")]
        return [str(path.relative_to(self.folder)) for path in paths]


SITES = {
    "example": (copy_example, "/"),
    "stress": (lambda folder: stress_site().write(folder), "/wiki/"),
    "empty": (lambda folder: empty_site().write(folder), "/"),
    "one": (lambda folder: one_question_site().write(folder), "/"),
}


@pytest.fixture(scope="session")
def sites(quaestio, tmp_path_factory):
    """The example wiki, one of everything that is hard to show, one without and one with a single question, published
    with the repository's templates."""
    published = {}
    for name, (make, prefix) in SITES.items():
        folder = make(tmp_path_factory.mktemp(name).resolve())
        shutil.copytree(ROOT / "templates", folder / "templates")
        quaestio("build", "--site", folder)
        published[name] = Site(folder / "public", prefix)
    return published


@pytest.fixture(params=SITES)
def site(request, sites):
    return sites[request.param]


@pytest.fixture(scope="session")
def example(sites):
    """The published example wiki."""
    return sites["example"].folder


@pytest.fixture(scope="session")
def host(example):
    """The URL of the example wiki, which lies below the host's root."""
    with serve(example, "/some/path/") as url:
        yield url


@pytest.fixture(scope="session")
def stress(sites):
    """The URL of the stress site."""
    site = sites["stress"]
    with serve(site.folder, site.prefix) as url:
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


def address(path):
    """A path of a site as it stands in addresses."""
    return quote(path, safe="/?=&")


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
