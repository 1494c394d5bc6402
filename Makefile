# policy-task-kg: everything that is done twice.
#
#   make run     set up, build the graph of the two bundled documents, show the workload report
#   make test    set up, then lint, types, import contracts and all tests
#
# Needs Python >= 3.11 and make; the rest is installed into .venv. PYTHON=… names another Python,
# PYTEST_ARGS=… are the arguments for pytest (default: -n auto, on all cores).

SHELL := /bin/sh
VENV ?= .venv
BIN := $(VENV)/bin
PYTEST_ARGS ?= -n auto
RUNS ?= 15

# The first Python on this machine that is new enough.
PYTHON ?= $(firstword $(foreach p,python3 python3.14 python3.13 python3.12 python3.11 python,\
	$(shell $(p) -c 'import sys; sys.version_info >= (3, 11) and print("$(p)")' 2>/dev/null)))

# A stamp is older than these when something has to be installed again.
LOCKED := pyproject.toml constraints.txt
# What setuptools says about its own editable installs is no news to the user.
PIP := PYTHONWARNINGS=ignore $(BIN)/python -m pip --disable-pip-version-check
# setuptools is installed by its locked version first, so that the build takes that one.
INSTALL = $(PIP) install --quiet -c constraints.txt setuptools && \
	$(PIP) install --quiet -c constraints.txt --no-build-isolation -e

.PHONY: help run test lint format bench coverage notebooks clean lock install dev venv
.DEFAULT_GOAL := help

help:
	@sed -n '3,7s/^# \{0,1\}//p' Makefile
	@echo "  also: make lint · format · coverage · bench · notebooks · lock · clean"

run: install
	$(BIN)/kg build
	$(BIN)/kg report workload

test: dev lint
	$(BIN)/python -m pytest $(PYTEST_ARGS)

lint: dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: dev
	$(BIN)/ruff check --fix-only --quiet .
	$(BIN)/ruff format .

coverage: dev
	$(BIN)/coverage run -m pytest $(PYTEST_ARGS)
	$(BIN)/coverage report

notebooks: dev
	$(BIN)/python -m pytest --nbmake -n 0 notebooks

bench: dev
	$(BIN)/python benchmarks/startup.py --runs $(RUNS)
	@for b in benchmarks/*.py; do \
		[ "$$b" = benchmarks/startup.py ] || { echo "== $$b"; $(BIN)/python "$$b" || exit 1; }; \
	done

install: venv $(VENV)/.installed
dev: venv $(VENV)/.installed-dev

$(VENV)/.installed: $(LOCKED)
	@echo "安装依赖，首次需要联网 · installing, the first time from the network"
	@$(INSTALL) '.[cypher]' || { \
		echo "没有适合本机的 Cypher 引擎，先不装 · no Cypher engine for this machine: left out" >&2; \
		$(INSTALL) .; }
	@touch $@

$(VENV)/.installed-dev: $(LOCKED)
	@echo "安装依赖，首次需要联网 · installing, the first time from the network"
	@$(INSTALL) '.[dev]'
	@touch $(VENV)/.installed $@

# A virtual environment that is there and works is kept. Some systems ship Python without
# ensurepip: then the system's own pip fills the environment.
venv:
	@if ! $(BIN)/python -c 'import sys, pip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then \
		if [ -z "$(PYTHON)" ]; then \
			echo "需要 Python 3.11 或更新版本；可用 make PYTHON=… 指定" >&2; \
			echo "Python 3.11 or newer is needed; name one with make PYTHON=…" >&2; \
			exit 1; \
		fi; \
		rm -f $(VENV)/.installed $(VENV)/.installed-dev; \
		echo "$(PYTHON) -m venv $(VENV)"; \
		$(PYTHON) -m venv --clear $(VENV) >/dev/null 2>&1 || { \
			$(PYTHON) -m venv --clear --without-pip $(VENV) && \
			$(PYTHON) -m pip --python $(BIN)/python install --quiet pip; \
		} || { \
			echo "无法建立虚拟环境：请安装系统的 venv 组件（如 apt-get install python3-venv）" >&2; \
			echo "no virtual environment: install the system's venv package" \
				"(such as apt-get install python3-venv)" >&2; \
			exit 1; \
		}; \
	fi

# Exact versions by name, from a clean resolve in a fresh environment; no hosts, no paths.
lock: venv
	$(BIN)/python scripts/lock.py

# Takes away what was generated; the store kg.db is the user's and stays.
clean:
	rm -rf $(VENV) build dist *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis \
		.import_linter_cache .coverage htmlcov
	find kg loaders cypher tests benchmarks scripts -name __pycache__ -type d -prune \
		-exec rm -rf {} + 2>/dev/null || true
