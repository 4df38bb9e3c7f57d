# The commands of README.md. `make` alone lists them.

SCENARIO ?= Scenarios/five-branches.yaml
PREFIX ?= /usr/local
SECONDS = 3600
BENCHMARKS = --package-path Sources/Benchmarks --scratch-path .build/benchmarks
CHECKED = --explicit-target-dependency-import-check error
AS_ROOT = $$([ "$$(id -u)" -eq 0 ] || echo sudo)

.PHONY: help demo quick test test-linear test-linear-few valgrind test-browser check build lint deps \
  bench docs install fuzz sanitize test-data reports accept
help:
	@echo "make demo   install what is missing, build, compare both models of $(SCENARIO)"
	@echo "make quick  the format lint, the layering check and all tests that need no process, with fewer"
	@echo "            random worlds: for every change, under a minute from a warm build"
	@echo "make test   install what is missing, build, run all tests, the format lint, the layering check,"
	@echo "            hold every scenario to what it expects and to what is committed, with few"
	@echo "            replications, also with the order of simultaneous events shuffled, count the"
	@echo "            instructions of reading twice as much, and fuzz every form of input for a minute"
	@echo "make test-linear  count the instructions that reading an input and one twice as large takes,"
	@echo "            for all inputs; make test does for a few"
	@echo "make test-data  load the files of a run into pandas and DuckDB, in an environment of their own"
	@echo "make test-browser  look at reports in a headless Chromium; make test does where there is one"
	@echo "make reports  write the reference reports of Reports/reference anew"
	@echo "make check  hold every scenario to what it expects and to what is committed, with all its"
	@echo "            replications"
	@echo "make accept BECAUSE='why'  commit the outcomes of every scenario beside it"
	@echo "make build  build the release program: .build/release/nostro"
	@echo "make install  put the program, its manual pages and shell completions under $(PREFIX)"
	@echo "make bench  run the benchmarks, a package of their own in Sources/Benchmarks"
	@echo "make fuzz   fuzz every form of input, SECONDS=$(SECONDS) in all"
	@echo "make sanitize  simulate and size on several threads under ThreadSanitizer and AddressSanitizer"
	@echo "make docs   build the documentation: .build/docs/Nostro.doccarchive, to be served by any web server"

demo: build
	.build/release/nostro compare $(SCENARIO)

build: deps
	swift build -c release --product nostro

# The tests that start the program, PROCESSES, are left to make test, and so are two thirds of the
# random worlds and the experiments that are repeated a thousand times (Tests/TestSupport/Effort.swift).
PROCESSES = CommandTests
quick: deps lint
	swift build --build-tests $(CHECKED)
	NOSTRO_TESTS=quick swift test --skip-build $(CHECKED) --skip '$(PROCESSES)'

test: deps lint
	swift build --build-tests $(CHECKED)
	swift test --skip-build $(CHECKED)
	swift build -c release --product nostro
	.build/release/nostro check Scenarios --quick --strict
	.build/release/nostro check Scenarios --replications 1 --shuffle-ties 1 --strict
	$(MAKE) test-linear-few
	Tests/Readme/run .build/release/nostro
	Tests/Fuzzing/run 60
	$(MAKE) test-data
	if command -v chromium >/dev/null; then $(MAKE) test-browser; fi

# Valgrind counts the same instructions on any machine, however busy it is. make test measures a few
# inputs, one or two of each reader; all of them take four times as long.
test-linear: build valgrind
	Tests/InputGrowth/measure.py .build/release/nostro

test-linear-few: build valgrind
	Tests/InputGrowth/measure.py .build/release/nostro --few

valgrind:
	@command -v valgrind >/dev/null || { \
	  echo "Installing valgrind with apt-get (as root or by sudo)"; \
	  $(AS_ROOT) apt-get update -qq && \
	  $(AS_ROOT) apt-get install -y -qq --no-install-recommends valgrind; \
	}

# The files of a run in the tools of those who read them, from PyPI.
test-data: build
	@python3 -c "import ensurepip, venv" 2>/dev/null || { \
	  echo "Installing python3-venv with apt-get (as root or by sudo)"; \
	  $(AS_ROOT) apt-get update -qq && \
	  $(AS_ROOT) apt-get install -y -qq --no-install-recommends python3-venv; \
	}
	python3 -m venv .build/data
	.build/data/bin/pip install --quiet --requirement Tests/DataFrames/requirements.txt
	.build/data/bin/python Tests/DataFrames/load.py .build/release/nostro \
	  Tests/CommandTests/Scenarios/two-branches.yaml .build/data/results

# Small scenarios of the library that show hours and calendars, queues and money, contracts.
REFERENCES = sunday-night-singapore gridlock-ring deal-closing
reports: build
	for name in $(REFERENCES); do \
	  .build/release/nostro run Scenarios/$$name.yaml --out Reports/reference/$$name \
	    --journeys none --no-store --quiet > /dev/null || exit 1; \
	done

# The pages of these scenarios are opened light and dark, wide and narrow, with and without script.
LOOKED_AT = five-branches holiday-mismatch industrial-treasury redemption-run gridlock-ring
BROWSER = .build/browser

test-browser: build
	@command -v chromium >/dev/null || { $(AS_ROOT) apt-get update -qq && \
	  $(AS_ROOT) apt-get install -y -qq --no-install-recommends chromium python3-venv; }
	@[ -x $(BROWSER)/bin/python ] || python3 -m venv $(BROWSER)
	@$(BROWSER)/bin/pip install --quiet --disable-pip-version-check -r Tests/Browser/requirements.txt
	for name in $(LOOKED_AT); do .build/release/nostro compare Scenarios/$$name.yaml \
	  --replications 3 --journeys none --no-store --quiet --out $(BROWSER)/$$name >/dev/null || exit 1; done
	.build/release/nostro run Scenarios/correspondent-gpi.yaml --replications 3 --journeys none \
	  --no-store --quiet --out $(BROWSER)/correspondent-gpi >/dev/null
	.build/release/nostro size Scenarios/five-branches.yaml --replications 50 --fresh 5 --quiet \
	  --out $(BROWSER)/sized >/dev/null
	.build/release/nostro explain Scenarios/five-branches.yaml \
	  --payment own-funds/NYC-SIN:2026-03-06:3 --html $(BROWSER)/journey/report.html >/dev/null
	$(BROWSER)/bin/python Tests/Browser/look.py $(BROWSER)/*/report.html

check: build
	.build/release/nostro check Scenarios --strict

accept: build
	.build/release/nostro check Scenarios --update --because "$(BECAUSE)"

lint:
	swift format lint --strict --recursive Sources Tests Package.swift
	Tests/CallGraph/run

bench: deps
	swift run -c release $(BENCHMARKS)

fuzz: deps
	Tests/Fuzzing/run $(SECONDS)

# Each sanitizer builds the program anew, in a folder of its own; the first race or misuse of memory
# ends it.
SMALL = Tests/CommandTests/Scenarios/two-branches.yaml
sanitize: deps
	for kind in thread address; do \
	  swift build --product nostro --sanitize $$kind --scratch-path .build/$$kind && \
	  export TSAN_OPTIONS=halt_on_error=1 ASAN_OPTIONS=detect_leaks=0 && \
	  .build/$$kind/debug/nostro run $(SCENARIO) --replications 8 --threads 4 --no-store --quiet \
	    --out .build/$$kind/results && \
	  .build/$$kind/debug/nostro size $(SMALL) --replications 40 --fresh 20 --threads 4 --quiet \
	    --out .build/$$kind/results || exit 1; \
	done

# The manual pages come from the commands themselves, as do the completions.
SHARE = $(DESTDIR)$(PREFIX)/share
install: build
	rm -rf .build/plugins/GenerateManual/outputs
	swift package generate-manual --multi-page
	install -D -m 755 .build/release/nostro $(DESTDIR)$(PREFIX)/bin/nostro
	install -d $(SHARE)/man/man1 $(SHARE)/bash-completion/completions $(SHARE)/zsh/site-functions \
	  $(SHARE)/fish/vendor_completions.d
	find .build/plugins/GenerateManual/outputs -name '*.1' -exec install -m 644 {} $(SHARE)/man/man1 \;
	.build/release/nostro --generate-completion-script bash > $(SHARE)/bash-completion/completions/nostro
	.build/release/nostro --generate-completion-script zsh > $(SHARE)/zsh/site-functions/_nostro
	.build/release/nostro --generate-completion-script fish > $(SHARE)/fish/vendor_completions.d/nostro.fish

# The articles and the reference of every layer, each an archive of its own, then all as one.
LAYERS = Vocabulary Calendars EventKernel Chance Bookkeeping Measures Liquidity Scenarios Settlement Outcomes Reporting Experiments
DOCC = docc convert --fallback-bundle-version 1 --diagnostic-level error
docs: deps
	rm -rf .build/docs
	mkdir -p .build/docs/parts
	swift package dump-symbol-graph --skip-synthesized-members
	$(DOCC) Sources/Nostro.docc --warnings-as-errors --fallback-display-name Nostro \
	  --fallback-bundle-identifier nostro --output-path .build/docs/parts/Nostro.doccarchive
	for layer in $(LAYERS); do \
	  mkdir -p .build/docs/symbols/$$layer && \
	  cp .build/*/symbolgraph/$$layer.symbols.json .build/*/symbolgraph/$$layer@*.symbols.json \
	    .build/docs/symbols/$$layer 2>/dev/null; \
	  $(DOCC) --additional-symbol-graph-dir .build/docs/symbols/$$layer \
	    --fallback-display-name $$layer --fallback-bundle-identifier nostro.$$layer \
	    --output-path .build/docs/parts/$$layer.doccarchive || exit 1; \
	done
	docc merge .build/docs/parts/*.doccarchive --synthesized-landing-page-name Nostro \
	  --output-path .build/docs/Nostro.doccarchive

# The GNU Scientific Library is the one thing that a Swift toolchain does not bring.
deps:
	@command -v swift >/dev/null || { echo "No swift found: install the Swift 6.3 toolchain from swift.org" >&2; exit 1; }
	@if ! pkg-config --exists gsl 2>/dev/null; then \
	  echo "Installing libgsl-dev and pkg-config with apt-get (as root or by sudo)"; \
	  $(AS_ROOT) apt-get update -qq && \
	  $(AS_ROOT) apt-get install -y -qq --no-install-recommends libgsl-dev pkg-config; \
	fi
