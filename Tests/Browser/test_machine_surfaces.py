"""What machines read of the example wiki, read by parsers that are not ours."""
import json
import re
import xml.etree.ElementTree as ElementTree
from datetime import datetime
from urllib.parse import unquote, urljoin

ATOM = "{http://www.w3.org/2005/Atom}"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
BASE = "https://quaestio.example/"


def file_of(example, address):
    """The published file at an absolute address."""
    assert address.startswith(BASE), address
    path = example / unquote(address[len(BASE) :].split("#")[0])
    return path / "index.html" if path.is_dir() else path


def test_atom(example):
    feed = ElementTree.parse(example / "feed.xml").getroot()
    assert feed.tag == ATOM + "feed"
    entries = feed.findall(ATOM + "entry")
    assert len(entries) == 20
    for element in [feed, *entries]:
        for name in ("id", "title", "updated"):
            assert len(element.findall(ATOM + name)) == 1, name
        assert element.get("{http://www.w3.org/XML/1998/namespace}lang") in ("zh-Hans", "en")
        assert datetime.fromisoformat(element.findtext(ATOM + "updated")).tzinfo is not None
    assert feed.find(ATOM + "author") is not None
    ids = [entry.findtext(ATOM + "id") for entry in entries]
    assert len(set(ids)) == len(ids)
    days = [entry.findtext(ATOM + "updated") for entry in entries]
    assert days == sorted(days, reverse=True) and feed.findtext(ATOM + "updated") == days[0]
    for entry in entries:
        page = file_of(example, entry.findtext(ATOM + "id")).read_text(encoding="utf-8")
        notice = re.search(r'<p class="notice notice-ai" role="note">([^<]*)', page).group(1).strip()
        html = entry.findtext(ATOM + "content")
        assert notice in html
        assert entry.find("{tag:quaestio.example,2026:provenance}provenance").get("kind") == "ai"
        for address in re.findall(r'(?:href|src)="([^"]*)"', html):
            assert address.startswith(("https://", "http://", "mailto:")), address
            if address.startswith(BASE):
                assert file_of(example, address).exists(), address


def test_json_feed_says_the_same(example):
    feed = json.loads((example / "feed.json").read_text(encoding="utf-8"))
    atom = ElementTree.parse(example / "feed.xml").getroot()
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert set(feed) == {
        "version", "title", "home_page_url", "feed_url", "description", "favicon", "authors", "language", "items",
    }
    assert file_of(example, feed["favicon"]).exists()
    for item, entry in zip(feed["items"], atom.findall(ATOM + "entry"), strict=True):
        assert item["id"] == item["url"] == entry.findtext(ATOM + "id")
        assert item["content_html"] == entry.findtext(ATOM + "content")
        assert item["tags"] == [c.get("term") for c in entry.findall(ATOM + "category") if c.get("scheme") is None]
        assert item["_quaestio"]["provenance"][0]["kind"] == "ai"


def test_sitemap_robots_and_search(example):
    places = [place.text for place in ElementTree.parse(example / "sitemap.xml").iter(SITEMAP + "loc")]
    assert len(set(places)) == len(places) > 50
    for place in places:
        page = file_of(example, place).read_text(encoding="utf-8")
        assert f'<link rel="canonical" href="{place}">' in page and "noindex" not in page
    assert BASE + "references/" in places
    assert f"Sitemap: {BASE}sitemap.xml" in (example / "robots.txt").read_text()
    description = ElementTree.parse(example / "opensearch.xml").getroot()
    assert len(description.findtext("{http://a9.com/-/spec/opensearch/1.1/}ShortName")) <= 16


def test_llms_txt_leads_to_markdown(example):
    lines = (example / "llms.txt").read_text(encoding="utf-8").splitlines()
    assert lines[0] == "# Quaestio" and lines[2].startswith("> ")
    items = [re.fullmatch(r"- \[(?:[^\]\\]|\\.)+\]\(([^)]+)\)(?:: (.+))?", line) for line in lines if line[:1] == "-"]
    assert len(items) > 50 and all(items)
    for item in items:
        assert file_of(example, item.group(1)).exists(), item.group(0)
    assert [line for line in lines if line.startswith("## ")][-1] == "## Optional"


def test_pages_describe_themselves(example):
    for path in example.rglob("index.html"):
        page = path.read_text(encoding="utf-8")
        if "redirect." in page:
            continue
        properties = dict(re.findall(r'<meta property="og:([a-z_]+)" content="([^"]*)">', page))
        canonical = re.search(r'<link rel="canonical" href="([^"]*)">', page).group(1)
        assert properties["url"] == canonical and properties["title"] and properties["site_name"] == "Quaestio"
        for rel in re.findall(r'<link rel="alternate" [^>]*href="([^"]*)"', page):
            address = urljoin(BASE + str(path.relative_to(example)), rel)
            assert file_of(example, address).exists(), rel


def test_from_disk_a_page_is_styled_and_can_be_read(example, chromium):
    context = chromium.new_context()
    page = context.new_page()
    page.goto((example / "questions/困惑度/index.html").as_uri())
    assert page.locator("h1").inner_text() == "什么是困惑度？"
    assert page.evaluate("getComputedStyle(document.querySelector('.site-bar ul')).listStyleType") == "none"
    assert page.locator("math").count() > 3
    page.locator(".related a.card-title").first.scroll_into_view_if_needed()
    address = page.locator(".prose a[href*='questions/']").first.get_attribute("href")
    page.goto(urljoin(page.url, address) + "index.html")
    assert page.locator("h1").count() == 1
    context.close()
