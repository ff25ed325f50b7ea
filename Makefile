# Two commands do everything: make demo, make test.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
REPORT ?=
NO_SERVE ?=
PORT ?= 8000
WORKERS ?= 2

.PHONY: help demo test install install-dev check format assets lock golden test-spark bench-inspections bench-links bench-returns bench-clocks bench-measures country fuzz clean

help:  ## what there is
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 14

demo: install  ## build the demonstration and serve it (REPORT=FILE.pdf, NO_SERVE=1, PORT=8000)
	$(BIN)/undrift demo --port $(PORT) $(if $(REPORT),--report "$(REPORT)") $(if $(NO_SERVE),--no-serve)

test: install-dev check  ## every check and every test
	$(BIN)/python tools/install_browser.py
	$(BIN)/python tools/install_postgres.py
	$(BIN)/python -m pytest -n $(WORKERS)

check: install-dev  ## lint, format, types, imports: what must hold before a commit
	$(BIN)/python tools/check.py

install: $(VENV)/run.stamp assets  ## what the demonstration needs

install-dev: $(VENV)/dev.stamp assets  ## what the tests need

$(BIN)/python:
	$(PYTHON) -c 'import sys; sys.exit(None if sys.version_info >= (3, 11) else "Undrift needs Python 3.11 or newer; set PYTHON=")'
	$(PYTHON) -m venv $(VENV)

# Locked to the hash: a fresh clone installs the same tomorrow.
$(VENV)/run.stamp: $(BIN)/python requirements/run.txt pyproject.toml
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements/run.txt
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation -e .
	touch $@

$(VENV)/dev.stamp: $(VENV)/run.stamp requirements/dev.txt
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements/dev.txt
	touch $@

assets: $(VENV)/run.stamp
	$(BIN)/python tools/build_assets.py

format: install-dev  ## put the code in order
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

lock:  ## work out the locked dependencies again
	$(BIN)/python -m pip install --quiet uv
	$(BIN)/python tools/lock.py

test-spark: install-dev  ## the same cards on Apache Spark (needs Java 17; a large download)
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements/spark.txt
	$(BIN)/python -m pytest -o addopts="-ra" -W default tests/spark

bench-inspections: install-dev  ## how well and how fast real reports are read
	$(BIN)/python benchmarks/inspections.py

country: install-dev  ## an invented country of 153 authorities, as Parquet: make country OUT=FOLDER
	$(BIN)/python benchmarks/country.py $(OUT) --whole

bench-links: install-dev  ## how well second ids of one child are found, and how long it takes
	$(BIN)/python benchmarks/links.py

bench-returns: install-dev  ## how fast returns are read, beside other readers in one run
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements/bench.txt
	$(BIN)/python benchmarks/returns.py

bench-clocks: install-dev  ## how fast clocks are worked out, beside other ways in one run (SIZES=1,10,153 ROUNDS=3 SPARK=1 COUNTRY=FOLDER)
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements/bench.txt
	$(if $(SPARK),$(BIN)/python -m pip install --quiet --require-hashes -r requirements/spark.txt)
	$(if $(COUNTRY),,$(BIN)/python benchmarks/country.py build/country --authorities 10)
	$(BIN)/python benchmarks/clocks.py $(or $(COUNTRY),build/country) $(if $(SIZES),--sizes $(SIZES)) $(if $(ROUNDS),--rounds $(ROUNDS)) $(if $(SPARK),--spark)

bench-measures: install-dev  ## how fast patterns, measures and charts are worked out, beside the bare scan (HOME_OF=HOME COUNTRY=FOLDER)
	$(if $(HOME_OF),,test -d build/irwell/live || UNDRIFT_HOME=build/irwell $(BIN)/undrift demo --no-serve)
	$(BIN)/python benchmarks/measures.py $(or $(HOME_OF),build/irwell) $(if $(COUNTRY),--country $(COUNTRY))

fuzz: install-dev  ## feed every reader spoilt files, steered by the lines they reach (FUZZ_SECONDS=60 a form, thirteen forms)
	UNDRIFT_FUZZ=$(or $(FUZZ_SECONDS),60) $(BIN)/python -m pytest -q tests/returns/test_fuzz.py

golden: install-dev  ## write again the SQL that every card compiles to
	$(BIN)/python tools/golden.py

clean:  ## remove what was built, and the demonstration
	rm -rf var build node_modules src/undrift/web/static .mypy_cache .ruff_cache .pytest_cache .import_linter_cache
