# What you need to work with Houvast. `make` alone lists it.
# The recipes name everything from this folder, so that it may stand under any path, with spaces as well.

SHELL := /bin/sh
.DEFAULT_GOAL := help
.PHONY: help setup setup-demo browser demo demo-reset test engines lint bench branches mutants proof clean

PYTHON ?=
PORT ?= 8000
ENVIRONMENT := .venv
RUN := $(ENVIRONMENT)/bin/python
# The practice region always stands in .houvast, whatever the shell says about other databases.
PRACTICE := env -u DATABASE_URL -u DATABASE_OWNER_URL -u HOUVAST_DATA_DIR HOUVAST_PRACTICE=1 PORT="$(PORT)"
LINT_ENVIRONMENT := DJANGO_SETTINGS_MODULE=tests.settings DATABASE_URL=sqlite://:memory:

# What walks through everything, and so is no test of the room that it comes through.
WALKS := rights browser practice upgrade

help: ## List what make can do
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-12s %s\n", $$1, $$2 }' Makefile

setup: $(ENVIRONMENT)/stamp-tools ## Install everything for working on Houvast; after it .venv/bin/houvast works

setup-demo: $(ENVIRONMENT)/stamp-runtime ## Install only what running Houvast needs

demo: setup-demo ## Serve the practice region on http://localhost:8000 (PORT=8001 make demo takes another port)
	@$(PRACTICE) $(ENVIRONMENT)/bin/houvast serve --check-port
	@$(PRACTICE) $(ENVIRONMENT)/bin/houvast migrate
	@$(PRACTICE) $(ENVIRONMENT)/bin/houvast practice-region --if-empty
	@$(PRACTICE) $(ENVIRONMENT)/bin/houvast serve

demo-reset: setup-demo ## Throw the practice region away (only .houvast) and start over
	@$(PRACTICE) $(ENVIRONMENT)/bin/houvast serve --check-port
	@rm -rf .houvast
	@$(MAKE) --no-print-directory demo

# One process checks types while others test already: most of a fresh clone's minutes have two cores to go round.
test: setup browser ## Test everything, on SQLite and PostgreSQL, in a real browser
	@$(MAKE) --no-print-directory -j 2 lint engines

engines: setup browser
	@$(RUN) -m tests.engines -n auto --no-loadscope-reorder

lint: setup ## Check style, types, the floors of the house and missing migrations
	@echo "Linting: ruff"
	@$(ENVIRONMENT)/bin/ruff check --quiet .
	@$(ENVIRONMENT)/bin/ruff format --quiet --check .
	@echo "Linting: mypy"
	@$(ENVIRONMENT)/bin/mypy src tests
	@echo "Linting: import linter"
	@$(ENVIRONMENT)/bin/lint-imports
	@echo "Linting: migrations"
	@$(LINT_ENVIRONMENT) $(RUN) -m django makemigrations --check --dry-run

bench: setup ## Measure pages against the floor
	@$(RUN) -m tests.bench

# On SQLite, and then what the vault does on PostgreSQL alone.
branches: setup ## Be red when a branch of the core has no test
	@$(ENVIRONMENT)/bin/pytest tests -n auto --no-loadscope-reorder -q --cov --cov-report= --cov-fail-under=0 $(patsubst %,--ignore tests/%,$(WALKS))
	@$(RUN) -m tests.engines --postgresql tests/vault -n 0 -q --cov --cov-append --cov-report=term

mutants: setup ## Change the rules and policies in thousands of small ways, and be red when tests do not notice
	@$(RUN) -m tests.mutants

proof: setup browser branches mutants ## The large form of the tests: many more examples (takes long)
	@HOUVAST_TEST_SIZE=large $(RUN) -m tests.engines -n auto --no-loadscope-reorder

browser: setup
	@sh tools/find_browser.sh

clean: ## Remove the environment, the caches and test results; the practice region stays
	@rm -rf $(ENVIRONMENT) .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache .coverage test-results

$(ENVIRONMENT)/stamp-made:
	@sh tools/make_environment.sh "$(PYTHON)" "$(ENVIRONMENT)"
	@touch $@

# Runtime is part of tools, with the same versions (a test keeps it so): whoever has tools has runtime.
$(ENVIRONMENT)/stamp-runtime: $(ENVIRONMENT)/stamp-made requirements/runtime.txt pyproject.toml
	@sh tools/install.sh "$(ENVIRONMENT)" requirements/runtime.txt
	@touch $@

$(ENVIRONMENT)/stamp-tools: $(ENVIRONMENT)/stamp-made requirements/tools.txt pyproject.toml
	@sh tools/install.sh "$(ENVIRONMENT)" requirements/tools.txt
	@touch $@ $(ENVIRONMENT)/stamp-runtime
