# Everything a newcomer needs: `make demo` and `make test`. Each sets itself up in .venv.

PYTHON ?= python3
BIN := .venv/bin
DATA ?= ../shared/data
SHARED ?= ../shared

.PHONY: help demo test lint check-browser seeds accuracy mutants speed schema lock clean

help:
	@echo "make demo    audit the sample articles; see out/index.html"
	@echo "make test    format, lint, types, import contracts, rule examples, all tests"
	@echo "make seeds   compare with hand-made gold: SHARED=folder with seeds/ and facts/"
	@echo "make accuracy  measure on corpora: DATA=folder with polnear/ and news_reliability/"
	@echo "make mutants   which conditions of which rules no example holds up"
	@echo "make speed   articles a second, whole and by layer"
	@echo "make schema  write the JSON Schema of the output anew"
	@echo "make lock    lock the dependencies anew, with hashes"
	@echo "make clean   remove .venv, out and caches"

.venv/run: requirements/run.txt pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements/run.txt
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --editable .
	touch $@

.venv/dev: requirements/dev.txt pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.txt
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch $@ .venv/run

demo: .venv/run
	@$(BIN)/auditor audit tests/articles/samples --fail-on none --format html --output out

lint: .venv/dev
	$(BIN)/ruff format --check --quiet . || { echo "run: ruff format ."; exit 1; }
	$(BIN)/ruff check --quiet .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache | tail -n 6

check-browser:
	@sh tools/chromium.sh

test: lint check-browser
	$(BIN)/auditor rules check
	$(BIN)/auditor rules test
	$(BIN)/python -m pytest -n auto --dist loadgroup

seeds: .venv/run
	$(BIN)/python benchmarks/accuracy/seeds.py $(SHARED)

accuracy: .venv/run
	$(BIN)/python benchmarks/accuracy/dates.py
	$(BIN)/python benchmarks/accuracy/quotes.py $(DATA)
	$(BIN)/python benchmarks/accuracy/single_marks.py $(DATA)
	$(BIN)/python benchmarks/accuracy/paraphrases.py $(DATA)
	$(BIN)/python benchmarks/accuracy/sources.py --data $(DATA)
	$(BIN)/python benchmarks/accuracy/reliability.py $(DATA)/news_reliability

speed: .venv/run
	$(BIN)/python benchmarks/speed.py

mutants: .venv/run
	$(BIN)/python tools/mutate_rules.py

schema: .venv/run
	$(BIN)/python tools/write_schema.py

lock:
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header pyproject.toml -o requirements/run.txt
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --extra dev pyproject.toml -o requirements/dev.txt

clean:
	rm -rf .venv out dist build .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
