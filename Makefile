# `make` alone tells what there is. CORPUS and OUT may be anywhere, and hold spaces.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DELETE_ON_ERROR:
.DEFAULT_GOAL := help

PYTHON ?= python3
CORPUS := corpus/sample
OUT := reports
ACTORS :=
export CORPUS OUT ACTORS

READY := .venv/.installed
comma := ,

.PHONY: help report test test-slow test-all lab lint notebooks bench constraints

help: ## this list
	@grep -E '^[a-z-]+:.*## ' Makefile | sed -E 's/:[^#]*## /\t/' | expand -t 14
	@echo
	@echo 'make report CORPUS="path/to/my articles" OUT=my-report ACTORS="US, Israel, North Korea"'

# One environment for all targets, made anew in place when what it should hold has changed.
$(READY): pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "Python 3.11 or newer is needed: make PYTHON=python3.12 ..." >&2; exit 2; }
	@echo "Installing into .venv: once, a few minutes"
	@$(PYTHON) -m venv .venv
	@.venv/bin/python -m pip install -qq --disable-pip-version-check -c constraints.txt -e ".[test,example]"
	@touch $@

report: $(READY) ## run every notebook on CORPUS and write the pages to OUT
	@.venv/bin/mediaframes report "$$CORPUS" --out "$$OUT" --notebooks notebooks \
	  $(if $(ACTORS),--actors $(if $(findstring $(comma),$(ACTORS)),"$$ACTORS",$$ACTORS))

test: $(READY) ## the tests, without the slow ones, and the notebooks against their saved outputs
	.venv/bin/python -m pytest -q -m "not slow"
	.venv/bin/python -m pytest -q --nbval --nbval-current-env notebooks

test-slow: $(READY) ## only the slow tests
	.venv/bin/python -m pytest -q -m slow

test-all: test test-slow ## all tests

lab: $(READY) ## open JupyterLab on the notebooks
	@.venv/bin/jupyter labextension disable --level=sys_prefix "@jupyterlab/apputils-extension:announcements" 2>/dev/null
	.venv/bin/jupyter lab --allow-root --ServerApp.port_retries=50 --LabApp.default_url=/lab/tree/notebooks

lint: $(READY) ## check style and formatting
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .

# Only what matters in a diff is saved: no times, no versions, no widget state.
notebooks: $(READY) ## run every notebook again and save its outputs in place
	TQDM_DISABLE=1 .venv/bin/jupyter nbconvert --to notebook --execute --inplace --log-level WARN \
	  --ExecutePreprocessor.kernel_name=python3 --ExecutePreprocessor.record_timing=False \
	  --ClearMetadataPreprocessor.enabled=True \
	  --ClearMetadataPreprocessor.preserve_cell_metadata_mask='[("tags",)]' \
	  --ClearMetadataPreprocessor.preserve_nb_metadata_mask='[("kernelspec",), ("language_info", "name")]' \
	  notebooks/[0-9][0-9]_*.ipynb

bench: $(READY) ## speed beside other tools in the same run, on CORPUS; writes benchmarks/results
	.venv/bin/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e ".[bench]"
	.venv/bin/python benchmarks/words.py --corpus "$$CORPUS"
	.venv/bin/python benchmarks/annotate.py "$$CORPUS" --articles 300 --workers --growth
	.venv/bin/python benchmarks/load.py

# From an empty environment, so that only what is needed is pinned.
constraints: ## pin what a fresh install of pyproject.toml gives
	@folder=$$(mktemp -d); trap 'rm -rf "$$folder"' EXIT; \
	$(PYTHON) -m venv "$$folder"; \
	"$$folder/bin/python" -m pip install -qq --disable-pip-version-check -e ".[test,example]"; \
	"$$folder/bin/python" -m pip freeze --exclude-editable | grep -E '^[A-Za-z0-9._-]+==' > constraints.new; \
	mv constraints.new constraints.txt; wc -l constraints.txt
