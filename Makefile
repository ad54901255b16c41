# `make` (or `make site`) builds Quaestio and its own example wiki; `make help` lists everything.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := site
.DELETE_ON_ERROR:

SWIFT_SOURCES := Package.swift Sources Tests Plugins Benchmarks/Markdown Benchmarks/MarkdownFamilies Benchmarks/Math Benchmarks/Search Benchmarks/Support Fuzz/Package.swift Fuzz/Sources
FORMAT_FLAGS := --recursive --parallel --configuration .swift-format
PYTHON := .venv/bin/python
# Folders of pytest tests; .ci/run adds one.
PYTHON_TESTS ?= Tests/Browser
# Options of Benchmarks/run.py, such as BENCH="--sizes 1000 --runs 3".
BENCH ?=
FLOOR := Benchmarks/.build/floor
INDEX_FLOOR := Benchmarks/.build/index-floor

.PHONY: help site test dist bench font fuzz lint format clean

help: ## Shows this list
	@sed -n 's/^\([a-z]*\):[^#]*## \(.*\)/make \1\t\2/p' Makefile | expand -t 14

site: ## Installs what is missing, builds the program and publishes the example wiki to public/
	@scripts/install-dependencies build
	swift build --configuration release --product quaestio
	"$$(swift build --configuration release --show-bin-path)/quaestio" build
	@echo
	@echo "The wiki is in $(CURDIR)/public/ (start with index.html)."
	@echo "To look at it: python3 -m http.server --directory public, then open http://localhost:8000/"

test: ## Installs what the tests need and runs all of them, the browser's included
	@scripts/install-dependencies test
	@$(MAKE) --no-print-directory .venv/ready
	QUAESTIO_EQUALITY_FOLDER="$(CURDIR)/.build/equality" swift test
	scripts/check-documentation
	scripts/check-embedded
	QUAESTIO_EQUALITY_FOLDER="$(CURDIR)/.build/equality" QUAESTIO="$$(swift build --show-bin-path)/quaestio" $(PYTHON) -m pytest $(PYTHON_TESTS)

dist: ## Makes dist/quaestio, one binary to copy anywhere
	@scripts/install-dependencies build
	scripts/make-distribution

bench: ## Measures builds of generated sites against the machine's floor
	@scripts/install-dependencies bench
	@$(MAKE) --no-print-directory $(FLOOR) $(INDEX_FLOOR)
	swift build --configuration release --product quaestio
	python3 Benchmarks/run.py --floor $(FLOOR) \
	  --binary "$$(swift build --configuration release --show-bin-path)/quaestio" $(BENCH)
	swift build --configuration release --product MarkdownBenchmark
	rm -rf .build/bench-site && python3 Benchmarks/generate.py .build/bench-site --questions 1000
	find .build/bench-site/content/questions -name '*.md' -print0 | sort -z | \
	  xargs -0 "$$(swift build --configuration release --show-bin-path)/MarkdownBenchmark"
	@$(MAKE) --no-print-directory .venv-bench/ready
	swift build --configuration release --product MathBenchmark
	bin="$$(swift build --configuration release --show-bin-path)"; \
	  .venv-bench/bin/python Benchmarks/Math/speed.py "$$bin/quaestio" "$$bin/MathBenchmark"; \
	  .venv-bench/bin/python Benchmarks/Math/agreement.py "$$bin/quaestio" | tail -1; \
	  "$$bin/MathBenchmark"
	swift build --configuration release --product SearchBenchmark
	"$$(swift build --configuration release --show-bin-path)/quaestio" build
	$(INDEX_FLOOR) .build/bench-site
	@# The set of questions is not part of this repository.
	if [[ -d ../shared/relevance/zh ]]; then \
	  .venv-bench/bin/python Benchmarks/Search/judge.py \
	    "$$(swift build --configuration release --show-bin-path)/SearchBenchmark" \
	    --relevance ../shared/relevance/zh --assets public/assets/engine.* public/assets/search.*; fi

font: ## Makes the theme's fonts for formulas from Debian's Latin Modern Math
	@scripts/install-dependencies test
	@$(MAKE) --no-print-directory .venv/ready
	$(PYTHON) scripts/make-font

fuzz: ## Feeds the parser random input; FUZZ_SECONDS=60 for each fuzzer
	@scripts/install-dependencies build
	Fuzz/run

lint: ## Checks the formatting and style of the Swift code
	swift format lint --strict $(FORMAT_FLAGS) $(SWIFT_SOURCES)

format: ## Formats the Swift code
	swift format --in-place $(FORMAT_FLAGS) $(SWIFT_SOURCES)

clean: ## Removes everything that was built
	rm -rf .build .build-dist .venv .venv-bench .quaestio public dist Benchmarks/.build Fuzz/.build

.venv/ready: Tests/Browser/requirements.txt
	python3 -m venv .venv
	$(PYTHON) -m pip install --quiet --disable-pip-version-check --requirement $<
	touch $@

.venv-bench/ready: Benchmarks/Math/requirements.txt Benchmarks/Search/requirements.txt
	python3 -m venv .venv-bench
	.venv-bench/bin/python -m pip install --quiet --disable-pip-version-check $(addprefix --requirement ,$^)
	touch $@

$(FLOOR) $(INDEX_FLOOR): Benchmarks/.build/%: Benchmarks/%.c
	mkdir -p $(@D)
	$(CC) -O2 -std=c11 -Wall -Wextra -Werror $< -o $@ $$(pkg-config --cflags --libs libcmark)
