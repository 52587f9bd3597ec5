# What a person or a machine does with this package. `make help` lists it.

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
SWIFT_FLAGS := --explicit-target-dependency-import-check error
RELEASE := .build/release/gongkai
# Debian's and Ubuntu's names for what Package.swift links and runs.
PACKAGES := libzip-dev zlib1g-dev libgumbo-dev libxml2-dev libssl-dev libsqlite3-dev pkg-config poppler-utils poppler-data libarchive-tools python3 python3-jsonschema jq strace gcc libc6-dev python3-venv miller
SUDO := $(shell test "$$(id -u)" = 0 || echo sudo)

.DEFAULT_GOAL := help
.PHONY: help deps build release demo readme-picture test test-slow test-office test-all test-times test-python test-spark bench-python scale wheel test-wheel install deb test-deb try check torture endurance hostile bench bench-quick bench-growth bench-confinement bench-check bench-record peers paint stress styles damage fuzz sanitize lint structure edition format golden schema clean

help: ## List the targets
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 14

deps: ## Install the system packages that are missing (Debian, Ubuntu)
	@missing=""; for p in $(PACKAGES); do \
	  dpkg-query -W -f='$${Status}' $$p 2>/dev/null | grep -q 'ok installed' || missing="$$missing $$p"; done; \
	if [ -n "$$missing" ]; then echo "installing:$$missing"; \
	  $(SUDO) apt-get update -qq; \
	  DEBIAN_FRONTEND=noninteractive $(SUDO) apt-get install -y -qq --no-install-recommends $$missing >/dev/null; fi

build: deps ## Build for debugging
	swift build $(SWIFT_FLAGS)

release: deps ## Build for use: .build/release/gongkai
	swift build -c release --static-swift-stdlib --product gongkai $(SWIFT_FLAGS)

demo: release ## Convert Fixtures/ to out/records.jsonl and show what came out
	@mkdir -p out
	@status=0; $(RELEASE) convert $$(find Fixtures -name 'input.*' | LC_ALL=C sort) -o out/records.jsonl 2>out/messages.txt || status=$$?; \
	  test $$status -eq 0 -o $$status -eq 3 || { cat out/messages.txt; exit $$status; }
	@python3 Fixtures/show.py out/records.jsonl

readme-picture: release ## Paint the picture of README: a page of a report with a cell framed
	$(RELEASE) explain Fixtures/reports/liuqiao-government-2023/input.pdf --cell review_litigation.review.total --png .build/page.png >/dev/null
	python3 Fixtures/crop.py .build/page.png docs/picture.png 90 350 730 154

# What analysts load the output with, from PyPI.
ANALYSTS := .build/analysts
$(ANALYSTS)/installed: Tests/Analysts/requirements.txt | deps
	rm -rf $(ANALYSTS) && python3 -m venv $(ANALYSTS)
	$(ANALYSTS)/bin/pip install --quiet --disable-pip-version-check -r $<
	touch $@

# What mails a night's summary: both kinds of mail(1), unpacked and not installed, since they want a mail server.
MAILERS := .build/mailers
MAILER_PACKAGES := s-nail bsd-mailx liblockfile1
$(MAILERS)/installed: | deps
	rm -rf $(MAILERS) && mkdir -p $(MAILERS)
	cd $(MAILERS) && { apt-get download -qq $(MAILER_PACKAGES) 2>/dev/null || \
	  { $(SUDO) apt-get update -qq && apt-get download -qq $(MAILER_PACKAGES); } } && for p in *.deb; do dpkg -x $$p .; done
	touch $@

# Thousands of damaged and hostile inputs, killed runs, and what takes other programs to install.
SLOW := FixtureTests.RobustnessTests|FormHostilityTests|TortureTests|AnalystsTests
# $(call run-tests,OPTIONS): runs tests, and shows last what failed.
run-tests = @mkdir -p .build && swift test $(SWIFT_FLAGS) $(1) 2>&1 | tee .build/test.log || { \
	  echo; echo "What failed:"; grep -A12 ' recorded an issue ' .build/test.log | cut -c1-600 | tail -80; exit 1; }

test: deps $(MAILERS)/installed ## Run the tests, but for the slow ones
	$(call run-tests,--skip '$(SLOW)')

test-slow: deps $(ANALYSTS)/installed test-python ## Run the slow tests
	$(call run-tests,--filter '$(SLOW)')

# What takes LibreOffice and Chromium: other tests are skipped where they are missing, these ones are not.
OFFICE := OfficeReadingTests|libreOfficeOpensTheWorkbook|aBrowserFiltersAndSortsTheAgencies
test-office: PACKAGES += libreoffice-calc-nogui libreoffice-writer-nogui chromium fonts-noto-cjk
test-office: deps ## Run the tests that LibreOffice and Chromium take part in
	$(call run-tests,--filter '$(OFFICE)')
	@! grep -E '(Test|Suite) .* skipped' .build/test.log

# What the Python package is tested with, from PyPI.
PYTHON := .build/python
$(PYTHON)/installed: Tests/Python/requirements.txt | deps
	rm -rf $(PYTHON) && python3 -m venv $(PYTHON)
	$(PYTHON)/bin/pip install --quiet --disable-pip-version-check -r $<
	touch $@

test-python: $(PYTHON)/installed build ## Run the tests of the Python package
	cd Tests/Python && PYTHONDONTWRITEBYTECODE=1 PYTHON_GONGKAI=$(CURDIR)/.build/debug/gongkai \
	  $(CURDIR)/$(PYTHON)/bin/python -W error::ResourceWarning -m unittest

# A session of Spark needs Java 17, and 700 MB from PyPI. SPARK_DOCUMENTS are those of the large test.
SPARK := .build/spark
$(SPARK)/installed: Tests/Python/requirements-spark.txt | deps
	rm -rf $(SPARK) && python3 -m venv $(SPARK)
	@TIMEFORMAT='installed in %0R s'; time $(SPARK)/bin/pip install --quiet --disable-pip-version-check -r $<
	touch $@

test-spark bench-python: PACKAGES += openjdk-17-jre-headless
test-spark: $(SPARK)/installed build ## Run the tests of gongkai.spark under a cluster of two executors
	@cd Tests/Python && TIMEFORMAT='tests of Spark: %0R s'; time PYTHONDONTWRITEBYTECODE=1 \
	  PYTHON_GONGKAI=$(CURDIR)/.build/debug/gongkai SPARK_DOCUMENTS=$(or $(SPARK_DOCUMENTS),5000) \
	  $(CURDIR)/$(SPARK)/bin/python -W error::ResourceWarning -m unittest spark_tests 2>&1 | grep --line-buffered -vE '^(.*WARN|Using Spark|Setting default|To adjust)'

bench-python: $(SPARK)/installed $(PYTHON)/installed release ## Measure Python and Spark beside `run` on the same documents; write the table into docs/python.md
	cd Tests/Python && PYTHONDONTWRITEBYTECODE=1 $(CURDIR)/$(SPARK)/bin/python bench.py $(CURDIR)/$(RELEASE) --write \
	  --documents $(or $(SPARK_DOCUMENTS),5000) --rounds $(or $(ROUNDS),3)
	$(PYTHON)/bin/python Tests/Python/overhead.py $(RELEASE)

# patchelf tells the program where its libraries are.
wheel: PACKAGES += patchelf binutils
wheel: release ## Build the Python package with the program inside, and try it out: Sources/Python/dist
	rm -rf Sources/Python/dist Sources/Python/build Sources/Python/gongkai.egg-info .build/wheel
	platform=$$(python3 Sources/Python/bundle.py $(RELEASE) Sources/Python/gongkai); \
	  WHEEL_PLATFORM=$$platform python3 -m pip wheel --quiet --disable-pip-version-check --no-deps -w Sources/Python/dist Sources/Python
	python3 -m venv .build/wheel && .build/wheel/bin/pip install --quiet --disable-pip-version-check Sources/Python/dist/*.whl
	cd Tests/Python && PYTHONPATH= PATH=/usr/bin:/bin $(CURDIR)/.build/wheel/bin/python wheel.py
	@ls -l Sources/Python/dist

test-wheel: PACKAGES += mmdebstrap
test-wheel: wheel ## Install the wheel into bare roots of Debian and Ubuntu, and hold its numbers against DuckDB's; needs root
	$(SUDO) Tests/Packaging/wheel.sh Sources/Python/dist/*.whl

# Where `make install` puts the program.
PREFIX ?= /usr/local
install: release ## Install program, manual pages and completions below PREFIX (/usr/local)
	python3 Sources/Packaging/install.py $(RELEASE) $(PREFIX) $(DESTDIR)

deb: PACKAGES += dpkg-dev binutils
deb: release ## Build the Debian package: .build/deb
	python3 Sources/Packaging/deb.py $(RELEASE) .build/deb

test-deb: PACKAGES += mmdebstrap
test-deb: deb ## Install the Debian package into a clean root, run it there, and remove it; needs root
	$(SUDO) Tests/Packaging/deb.sh .build/deb/gongkai_*.deb

test-all: test test-slow ## Run all tests

test-times: build ## Print what the tests of each target take by themselves
	@swift build --build-tests $(SWIFT_FLAGS) | tail -1
	@for t in $$(ls -d Tests/*Tests | xargs -n1 basename); do \
	  TIMEFORMAT="$$t %R s, %U s of CPU"; time swift test --skip-build --disable-xctest --filter "^$$t\." >/dev/null 2>&1; done

try: build ## Convert one document and show its record: make try FILE=report.docx
	@.build/debug/gongkai convert '$(FILE)' -o - | jq .

check: lint test-all ## What CI runs: style, build with warnings as errors, tests

torture: release ## Kill, starve and mislead a run at every point; needs root for what mounts file systems
	python3 Tests/Torture/torture.py --program $(RELEASE)

endurance: release ## Run over DOCUMENTS generated originals (100,000) and hold it to its targets
	python3 Tests/Torture/endurance.py --program $(RELEASE) --documents $(or $(DOCUMENTS),100000)

hostile: release ## A tree of every hostile family: one typed line for each
	rm -rf out/hostile && mkdir -p out
	python3 Tests/Hostile/make.py out/hostile out/hostile.json
	python3 Tests/Hostile/check.py $(RELEASE) out/hostile out/hostile.json --run

# What prints reports as PDFs and paints defects over them; a producer that can't be installed is left out and named.
PAINT := .build/paint
PRODUCERS := libreoffice-writer-nogui chromium wkhtmltopdf fonts-noto-cjk fonts-wqy-microhei fonts-arphic-uming fonts-liberation fonts-dejavu-core
$(PAINT)/installed: Tests/Paint/requirements.txt | deps
	rm -rf $(PAINT) && python3 -m venv $(PAINT)
	$(PAINT)/bin/pip install --quiet --disable-pip-version-check -r $<
	touch $@

paint: PACKAGES += $(PRODUCERS)
paint: release $(PAINT)/installed ## Paint defects over numbers of printed reports: does a record say what a page shows?
	rm -rf out/paint
	$(PAINT)/bin/python Tests/Paint/clean.py out/paint/clean --count 200 --docx 40
	python3 Tests/Paint/check.py $(RELEASE) out/paint/clean --clean
	$(PAINT)/bin/python Tests/Paint/defects.py out/paint/defects --clean out/paint/clean --count $(or $(PAINTED),770) --seed $(or $(SEED),1)
	python3 Tests/Paint/check.py $(RELEASE) out/paint/defects --base out/paint/clean --list

# What is printed and copied in every style: COUNT times each, about ten minutes on two cores.
stress: PACKAGES += $(PRODUCERS) w3m pandoc
stress: release $(PAINT)/installed ## Print and copy reports in every style; how many cells are read goes into docs/tables.md
	rm -rf out/stress
	$(PAINT)/bin/python Tests/Stress/make.py out/stress --count $(or $(COUNT),1) --seed $(or $(SEED),1)
	python3 Tests/Stress/check.py $(RELEASE) out/stress --targets --markdown docs/tables.md

styles: PACKAGES += chromium
styles: release ## Pages with random style sheets: what Chromium shows of their numbers, and what a record says
	python3 Tests/Stress/pagestyles.py $(RELEASE) --count $(or $(COUNT),300) --seed $(or $(SEED),1)
	python3 Tests/Stress/pagestyles.py $(RELEASE) --count $(or $(COUNT),300) --seed $(or $(SEED),1) --blocks
	python3 Tests/Stress/pagestyles.py $(RELEASE) --count $(or $(COUNT),300) --seed $(or $(SEED),1) --parts

damage: release ## PDFs, web pages and Word files of Fixtures cut and damaged: a record or a typed failure
	python3 Tests/Paint/damage.py $(RELEASE)
	for form in html mht doc; do python3 Tests/Paint/damage.py $(RELEASE) --format $$form --flips $(or $(FLIPS),3000); done

# What others read docx and PDF with, from PyPI. One that can't be installed is left out, and the tables say so.
PEERS := .build/peers
$(PEERS)/installed: Tests/Benchmark/requirements.txt | deps
	rm -rf $(PEERS) && python3 -m venv $(PEERS)
	$(PEERS)/bin/pip install --quiet --disable-pip-version-check -r $< || \
	  grep -v '^#' $< | while read -r each; do $(PEERS)/bin/pip install --quiet --disable-pip-version-check "$$each" || echo "left out: $$each"; done
	touch $@

peers: $(PEERS)/installed ## Install the programs that Gongkai is measured beside

bench: release peers ## Measure beside the floor and the peers; write the tables and the plot into docs/speed.md
	python3 Tests/Benchmark/bench.py --program $(RELEASE) --rounds $(or $(ROUNDS),7) --write
	python3 Tests/Benchmark/growth.py --program $(RELEASE) --write

bench-quick: release ## The same in two minutes: typical documents, no peers, nothing written
	python3 Tests/Benchmark/bench.py --program $(RELEASE) --rounds $(or $(ROUNDS),5) --quick

bench-growth: release ## Measure how time and memory grow with the size of a document
	python3 Tests/Benchmark/growth.py --program $(RELEASE)

bench-confinement: release ## Measure what it costs a run that its workers and programs are confined: 10,000 documents, half an hour
	python3 Tests/Benchmark/confinement.py --program $(RELEASE) --calls
	python3 Tests/Benchmark/confinement.py --program $(RELEASE) --rounds $(or $(ROUNDS),8)

# callgrind counts; nothing else needs it.
bench-check bench-record: PACKAGES += valgrind
bench-check: release ## Count instructions by stage and format; fail where one grew by 3 %
	python3 Tests/Benchmark/instructions.py --program $(RELEASE)

bench-record: release ## Record these counts as the new baseline
	python3 Tests/Benchmark/instructions.py --program $(RELEASE) --record

fuzz: deps ## Fuzz the readers, the parser and the state (FUZZ_SECONDS each)
	Tests/Fuzzing/run.sh

ASAN := SWIFT_BACKTRACE=enable=no LSAN_OPTIONS=print_suppressions=0:suppressions=$(CURDIR)/Tests/Fuzzing/leaks.txt \
	swift test --sanitize=address --scratch-path .build-asan --no-parallel --disable-xctest
TSAN := SWIFT_BACKTRACE=enable=no TSAN_OPTIONS=suppressions=$(CURDIR)/Tests/Fuzzing/races.txt \
	swift test --sanitize=thread --scratch-path .build-tsan --no-parallel --disable-xctest

# Tests of commands trace them, and the leak checker doesn't work beside a tracer.
sanitize: deps ## Run the tests under the address, then the thread sanitizer
	$(ASAN) --skip CommandTests
	ASAN_OPTIONS=detect_leaks=0 $(ASAN) --filter CommandTests
	$(TSAN) --filter 'ConversionTests|SupervisionTests|CommandTests|PDFReadingTests'

scale: ## Calculate what millions of originals cost from Tests/Scale/costs.json, into docs/scaling.md
	@python3 Tests/Scale/scale.py --write && python3 Tests/Scale/scale.py

lint: ## Check style and the rules that a grep can hold
	swift format lint --strict --recursive Package.swift Sources Tests
	@! grep -rnE '(^|[^.])\b(print|exit|fatalError|preconditionFailure)\(' Sources --include='*.swift' | grep -v '^Sources/gongkai/'
	@! grep -rnE '\btry!|\btry\?' Sources --include='*.swift'
	@python3 Tests/Style/form_names.py
	@python3 Tests/Scale/scale.py --check
	@python3 Tests/Style/structure.py >/dev/null || python3 Tests/Style/structure.py

structure: ## Print what makes the sources hard to find one's way in: cycles of folders, types of one name, long files
	@python3 Tests/Style/structure.py

edition: build ## Add an invented edition of the form, as data alone, and read, check, compare, tabulate and explain a report of it
	python3 Tests/Editions/third_edition.py .build/debug/gongkai

format: ## Format the sources
	swift format --in-place --recursive Package.swift Sources Tests

golden: deps ## Record the expected files of Fixtures/ anew; then review the diff by eye
	GONGKAI_RECORD_GOLDEN=1 swift test $(SWIFT_FLAGS) --filter FixtureTests

schema: release ## Print the JSON Schema of a record
	@$(RELEASE) schema

clean: ## Remove what was built
	rm -rf .build .build-fuzz .build-asan .build-tsan out
