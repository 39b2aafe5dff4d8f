# What organizers type. `make` alone lists it.

PYTHON := .venv/bin/python
PROPOSAL := .venv/bin/proposal

# The edition is typed by a person: it reaches the shell as a variable's value and the
# program as arguments, and neither make nor the shell ever reads it as code.
unexport EDITION
# Compiled modules are kept, whatever the shell says, so that commands start at once.
unexport PYTHONDONTWRITEBYTECODE
export EDITIONS := $(value EDITION)
WITH_EDITION = set -f; $(PROPOSAL) $(1) -- $$EDITIONS

.DEFAULT_GOAL := help
.SUFFIXES:
.PHONY: help install proposal site publish serve bundle papers proceedings booklet archive check test bench lint format words docs lock clean \
	environment test-environment test-systems

help: ## List these targets
	@awk 'BEGIN {FS = ":.*## "} /^[a-z-]+:.*## / {printf "make %-12s %s\n", $$1, $$2}' Makefile
	@echo
	@echo "EDITION=2024 after proposal, serve, bundle, papers, proceedings, booklet, archive or check names another edition than the current."

# What the machine lacks is said last, so that nobody overlooks the line to type.
install: environment ## Set up the command `proposal`, for a workshop in a folder of its own
	@scripts/command.sh
	@$(PROPOSAL) doctor --install

proposal: environment ## Make all of the edition's documents, setting up this machine first
	@$(PROPOSAL) doctor --install
	@$(call WITH_EDITION,build)

site: environment ## Make the website of all editions in build/site/
	@$(PROPOSAL) doctor --install
	@$(PROPOSAL) build --all --only site

# What would be done is shown before, and asked for.
publish: environment ## Put the website where data/workshop.yaml says: a branch, a folder, a server
	@$(PROPOSAL) doctor --install
	@$(PROPOSAL) publish

bundle: environment ## Pack the camera-ready's sources for ACM's production and for arXiv
	@$(PROPOSAL) doctor --install --bundles
	@$(call WITH_EDITION,bundle)

papers: environment ## Read the accepted papers back, and write letters to authors who have to correct them
	@$(call WITH_EDITION,papers)

proceedings: environment ## Make the volume of an edition's papers, stamped, with front matter and index
	@$(PROPOSAL) doctor --install
	@$(call WITH_EDITION,proceedings)

booklet: environment ## Make a booklet of the program and signs for doors
	@$(PROPOSAL) doctor --install
	@$(call WITH_EDITION,booklet)

archive: environment ## Put an edition's website into a folder that opens without a server
	@$(PROPOSAL) doctor --install
	@$(call WITH_EDITION,archive)

# Without TeX the website is shown all the same.
serve: environment ## Show website and PDFs live while you edit
	@$(PROPOSAL) doctor --install || true
	@$(call WITH_EDITION,serve)

check: environment ## Prove that data and finished documents agree
	@$(call WITH_EDITION,check)

# Outside of CI, tests whose tools cannot be set up are skipped.
test: test-environment ## Run the test suite, setting up this machine first
	@$(PROPOSAL) doctor --install --tests || test -z "$$CI"
	@scripts/environment.sh npm
	@$(PYTHON) -m pytest -n auto --maxprocesses=2 --dist worksteal

# It takes an hour, and as root 5 GB below /var/tmp at a time; SYSTEMS names some of them alone.
test-systems: ## Run both on Debian 12, 13, testing and Ubuntu, from nothing (root)
	@python3 scripts/systems.py $(SYSTEMS)

bench: test-environment ## Measure how fast it is; the numbers go to build/bench/
	@$(PROPOSAL) doctor --install --tests
	@$(PYTHON) -m bench

lint: test-environment ## Look for faults in the program's text and types
	@$(PYTHON) -m ruff check
	@$(PYTHON) -m ruff format --check
	@$(PYTHON) -m mypy

format: test-environment ## Lay the program's text out as ruff does
	@$(PYTHON) -m ruff format
	@$(PYTHON) -m ruff check --fix

docs: ## Build these documents as a website in build/docs/
	@scripts/environment.sh docs
	@$(PYTHON) scripts/documents.py

words: test-environment ## Bring the catalogues of words up to date
	@$(PYTHON) scripts/words.py

lock: ## Choose the versions of all Python packages anew
	@scripts/lock.sh

clean: ## Remove what was made; .venv and downloaded packages stay
	@find build -mindepth 1 ! -name .gitignore -delete
	@rm -rf dist .pytest_cache .mypy_cache .ruff_cache .hypothesis
	@find proposal tests -name __pycache__ -prune -exec rm -rf {} +

environment: ## Set up Python alone
	@scripts/environment.sh run

test-environment:
	@scripts/environment.sh test
