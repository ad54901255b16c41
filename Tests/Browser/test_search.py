"""The search page, and that it ranks as `quaestio search` does."""
from urllib.parse import quote, unquote

import pytest
from playwright.sync_api import expect

# What the search page shows at first, and how many a press of the button adds.
LIMIT = 5
MORE = 10

QUERIES = [
    "稀疏", "稀疏性", "Q-Sparse", "q-sparse", "困惑度", "熵", "entropy", "perplexity", "2^4.7", "\\log_2", "Adam", "adam 优化器",
    "什么是模型的稀疏性？", "稀疏向量和稠密向量有什么区别", "How do I compare two language models?", "Shannon 1951",
    "資訊熵", "ＢＭ２５", "BM25 sparse retrieval", "ReLU", "KL divergence", "一体机", "bits per character", "交叉熵 困惑度",
    "the", "x", "没有这样的词语组合zzz", "zzzzqqqq", "<b>", "quaestio.yml", "LaTeX", "每词比特", "perplexty",
]


def results(page):
    """The results that the page shows once it has searched, as (URL below the root, title)."""
    expect(page.locator("quaestio-search [role=status]")).not_to_be_empty()
    expect(page.locator("quaestio-search .results")).to_have_attribute("aria-busy", "false")
    return page.eval_on_selector_all(
        "quaestio-search .results .card-title",
        "links => links.map(link => [link.href.replace(/#.*/, ''), link.textContent])")


def search(reader, query):
    """What a reader sees who followed a link to the search for `query`."""
    page = reader.open(f"search/?q={quote(query, safe='')}")
    return [(unquote(url.removeprefix(reader.host)), title) for url, title in results(page)]


@pytest.mark.parametrize(
    "query, expected",
    [
        ("稀疏", {"questions/模型的稀疏性/", "questions/稀疏向量与稠密向量/", "questions/稀疏矩阵的存储/"}),
        ("Q-Sparse", {"questions/q-sparse/", "references/wang-2024-q-sparse/"}),
        ("困惑度", {"questions/困惑度/", "questions/交叉熵与困惑度/"}),
    ],
)
def test_the_pages_about_a_subject_come_first(reader, quaestio, example, query, expected):
    found = [unquote(result["url"]) for result in quaestio.json("search", "--index", example, "--json", "--", query)]
    assert found[0] in expected
    assert expected <= set(found[:6])
    assert search(reader, query)[0][0] in expected


def test_results_lead_to_their_pages(reader):
    page = reader.open(f"search/?q={quote('困惑度')}")
    url, title = results(page)[0]
    page.click("quaestio-search .results a")
    page.wait_for_url(f"{url}*")
    assert title in page.title()


def test_more_results_come_when_asked_for(reader, quaestio, example):
    page = reader.open(f"search/?q={quote('模型')}")
    few = results(page)
    assert len(few) == LIMIT
    expect(page.locator("quaestio-search [role=status]")).to_contain_text(f"{LIMIT}+")
    more = page.get_by_role("button", name="更多结果")
    more.press("Enter")
    expect(page.locator("quaestio-search .results li")).to_have_count(LIMIT + MORE)
    native = quaestio.json("search", "--index", example, "--json", "--limit", LIMIT + MORE, "--", "模型")
    assert [unquote(url.removeprefix(reader.host)) for url, _ in results(page)] == [
        unquote(result["url"]) for result in native
    ]
    assert page.evaluate("document.activeElement === document.querySelectorAll('.results li a')[5]")


def test_where_all_is_shown_there_is_no_more(reader):
    page = reader.open(f"search/?q={quote('Adam')}")
    assert len(results(page)) < LIMIT or page.locator(".search-more button").is_visible()
    page.fill("quaestio-search input[name=q]", "zzzzqqqq")
    expect(page.locator("quaestio-search .results li")).to_have_count(0)
    expect(page.locator(".search-more button")).to_be_hidden()


def test_answers_while_the_reader_types(reader):
    page = reader.open("search/")
    page.locator("quaestio-search input[name=q]").press_sequentially("熵", delay=20)
    first = results(page)
    assert first
    page.fill("quaestio-search input[name=q]", "Adam")
    expect(page.locator("quaestio-search .results a").first).not_to_have_attribute("href", first[0][0])
    assert "adam" in results(page)[0][0]
    assert page.url.endswith("?q=Adam")
    expect(page.locator("quaestio-search .card-text").first).not_to_be_empty()


def test_the_form_of_any_page_leads_to_its_results(reader):
    page = reader.open("questions/")
    page.fill(".search-form input[name=q]", "Q-Sparse")
    page.press(".search-form input[name=q]", "Enter")
    page.wait_for_url("**/search/?q=Q-Sparse")
    assert "q-sparse" in results(page)[0][0]


def test_a_passage_shows_where_the_words_are(reader):
    page = reader.open(f"search/?q={quote('概率倒数的几何平均')}")
    text = page.locator("quaestio-search .card-text").first
    expect(text.locator("mark").first).to_contain_text("概率倒数")
    expect(text).to_contain_text("也就是")
    url = page.locator("quaestio-search .card-title").first.get_attribute("href")
    assert unquote(url).removeprefix(reader.host) == "questions/困惑度/#eq:perplexity-sequence"


def test_a_filter_keeps_as_many_as_it_says(reader):
    page = reader.open(f"search/?q={quote('熵')}")
    results(page)
    page.click(".search-filters summary")
    label = page.locator(".search-filters [name=kind] label").filter(has_text="来源")
    count = int(label.locator("span").inner_text())
    label.click()
    page.wait_for_url("**&kind=reference")
    expect(page.locator("quaestio-search .kind").first).to_have_text("来源")
    while page.locator(".search-more button").is_visible():
        page.click(".search-more button")
        results(page)
        page.wait_for_timeout(100)
    assert page.locator("quaestio-search .card").count() == count
    assert all("/references/" in url for url, _ in results(page))


def test_a_typing_error_is_mended(reader):
    page = reader.open("search/?q=perplexyti")
    link = page.locator(".search-correction a")
    expect(link).to_have_text("perplexity")
    link.click()
    page.wait_for_url("**/search/?q=perplexity")
    assert results(page)


def test_nothing_found_is_said(reader):
    page = reader.open("search/?q=zzzzqqqq")
    assert results(page) == []
    assert page.inner_text("quaestio-search [role=status]") != ""


def test_a_query_is_shown_as_text(reader):
    page = reader.open(f"search/?q={quote('<img src=x onerror=alert(1)> 稀疏')}")
    assert results(page)
    assert page.locator("quaestio-search img").count() == 0
    assert page.input_value("quaestio-search input[name=q]") == "<img src=x onerror=alert(1)> 稀疏"


@pytest.mark.parametrize("query", QUERIES)
def test_browser_and_command_line_rank_alike(reader, quaestio, example, query):
    native = quaestio.json("search", "--index", example, "--json", "--limit", LIMIT, "--", query)
    # The page leads into the pages, to their passages.
    assert search(reader, query) == [(unquote(result["url"]).split("#")[0], result["title"]) for result in native]


def test_browser_and_command_line_give_the_same_scores(reader, quaestio, example):
    page = reader.open("search/")
    browser = page.evaluate(
        """async ([site, queries, limit]) => {
          const manifestURL = new URL("search/index.json", site);
          const bytes = async (url) => new Uint8Array(await (await fetch(url)).arrayBuffer());
          const { engine, wasm, formulas, root } = JSON.parse(new TextDecoder().decode(await bytes(manifestURL)));
          const { startEngine } = await import(new URL(engine, manifestURL).href);
          const instance = await startEngine(await bytes(new URL(wasm, manifestURL)));
          const load = (name) => bytes(new URL(name, manifestURL));
          const index = instance.openIndex(root, load, () => load(formulas));
          const scores = [];
          for (const query of queries) {
            const { results } = await index.query(query, { limit });
            scores.push(results.map((result) => [result.url, result.score]));
          }
          return scores;
        }""",
        [reader.host, QUERIES, LIMIT])
    for query, scores in zip(QUERIES, browser):
        native = quaestio.json("search", "--index", example, "--json", "--limit", LIMIT, "--", query)
        assert scores == [[result["url"], result["score"]] for result in native], query


def filters(page):
    """What the filters offer, as {label: number}."""
    labels = page.locator(".search-filters label:visible").all_inner_texts()
    return {name: int(number) for name, number in (label.rsplit(" ", 1) for label in labels)}


def test_a_kind_that_is_chosen_leaves_the_others_to_add(reader):
    page = reader.open(f"search/?q={quote('稀疏')}")
    results(page)
    page.click(".search-filters summary")
    expect(page.locator(".search-filters label:visible").first).to_be_visible()
    before = filters(page)
    assert before["问题"] > 0 and before["来源"] > 0
    page.get_by_role("checkbox", name="来源").check()
    page.wait_for_url("**&kind=reference")
    # Both kinds keep their numbers; tags are those of the sources.
    expect(page.get_by_role("checkbox", name="稀疏性")).not_to_have_accessible_name(f"稀疏性 {before['稀疏性']}")
    after = filters(page)
    assert {name: after[name] for name in ["问题", "来源"]} == {name: before[name] for name in ["问题", "来源"]}
    assert list(after) == list(before)
    assert after["稀疏性"] < before["稀疏性"]
    # A link with a filter shows the same.
    page.reload()
    results(page)
    expect(page.get_by_role("checkbox", name="问题")).to_be_visible()
    assert filters(page)["问题"] == before["问题"]


@pytest.mark.parametrize("query", ["iological", "骰鼠"])
def test_what_stands_in_for_unknown_words_is_counted_too(reader, query):
    page = reader.open(f"search/?q={quote(query)}")
    number = len(results(page))
    assert 0 < number < LIMIT
    page.click(".search-filters summary")
    expect(page.locator(".search-filters [name=kind] label").first).to_be_visible()
    kinds = page.locator(".search-filters [name=kind] label span").all_inner_texts()
    assert sum(map(int, kinds)) == number


def test_a_query_that_waits_for_its_formulas_does_not_replace_a_later_one(reader):
    page = reader.open("search/")
    alone, later = page.evaluate(
        """async (site) => {
          const manifestURL = new URL("search/index.json", site);
          const bytes = async (url) => new Uint8Array(await (await fetch(url)).arrayBuffer());
          const { engine, wasm, formulas, root } = JSON.parse(new TextDecoder().decode(await bytes(manifestURL)));
          const { startEngine } = await import(new URL(engine, manifestURL).href);
          const instance = await startEngine(await bytes(new URL(wasm, manifestURL)));
          const counts = async (isHurried) => {
            const load = (name) => bytes(new URL(name, manifestURL));
            const index = instance.openIndex(root, load, () => load(formulas));
            const first = isHurried && index.query("\\log_2 x");
            await index.query("Adam");
            await first;
            return index.facets();
          };
          return [await counts(false), await counts(true)];
        }""",
        reader.host)
    assert alone and alone == later


@pytest.mark.parametrize("isOld", [False, True], ids=["with DecompressionStream", "without"])
def test_compressed_files_are_read_by_the_browser_or_by_a_module_of_the_site(reader, isOld):
    page = reader.page()
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    if isOld:
        page.add_init_script("delete globalThis.DecompressionStream")
    page.goto(f"{reader.host}search/?q={quote('什么是困惑度？')}")
    titles = [title for _, title in results(page)]
    assert titles[0] == "什么是困惑度？" and len(titles) == LIMIT
    assert any("/assets/inflate." in url for url in asked) == isOld


def test_what_a_stream_holds_is_told_without_the_browser_as_with_it(reader):
    page = reader.open("search/")
    differences = page.evaluate(
        """async (site) => {
          const manifestURL = new URL("search/index.json", site);
          const { inflate: url } = await (await fetch(manifestURL)).json();
          const { inflate } = await import(new URL(url, manifestURL).href);
          const packed = async (bytes) => {
            const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream("deflate"));
            return new Uint8Array(await new Response(stream).arrayBuffer());
          };
          // Letters that repeat, noise, both, nothing; sizes around those of windows and blocks.
          let seed = 7;
          const random = (limit) => (seed = (seed * 1103515245 + 12345) % 2147483648) % limit;
          const texts = [0, 1, 2, 300, 32767, 32768, 32769, 70000].flatMap((size) =>
            [1, 4, 256].map((letters) => Uint8Array.from({ length: size }, () => random(letters))));
          const differing = [];
          for (const text of texts) {
            const stream = await packed(text);
            const found = inflate(stream);
            if (found.length !== text.length || found.some((byte, place) => byte !== text[place]))
              differing.push([text.length, "differs"]);
            // Whatever is changed or cut, it ends, in bytes or an error that says why.
            for (let round = 0; round < 40; round++) {
              const damaged = stream.slice(0, random(2) ? stream.length : random(stream.length));
              if (damaged.length) damaged[random(damaged.length)] = random(256);
              try {
                inflate(damaged);
              } catch (error) {
                if (!(error instanceof RangeError)) differing.push([text.length, `${error}`]);
              }
            }
          }
          return differing;
        }""",
        reader.host)
    assert differences == []
