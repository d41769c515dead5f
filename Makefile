# `make run` opens the window, and `make test` runs all tests. Both install what they need.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
BENCH_VENV := .venv-bench
ARGS ?=
export PYTHONUTF8 = 1

.PHONY: run test lint format shots guide bench translations coverage lock check-lock audit mutation trace clean

run: $(VENV)/ready
	@$(BIN)/python -m studyapp $(ARGS)

test: $(VENV)/ready-dev
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest --numprocesses auto --dist worksteal $(ARGS)

lint: $(VENV)/ready-dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/vulture

format: $(VENV)/ready-dev
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

shots: $(VENV)/ready-dev
	$(BIN)/python -m tools.shots build/shots $(ARGS)
	$(BIN)/python -m tools.gallery_shots build/shots

guide: $(VENV)/ready-dev
	$(BIN)/python -m tools.shots build/shots
	$(BIN)/python tools/guide_pictures.py build/shots

bench: $(BENCH_VENV)/ready
	$(BENCH_VENV)/bin/python -m benchmarks $(ARGS)

translations: $(VENV)/ready-dev
	$(BIN)/python tools/translations.py

coverage: $(VENV)/ready-dev
	$(BIN)/python -m tools.coverage

lock: $(VENV)/ready-dev
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check 'uv>=0.9'
	$(BIN)/python tools/lock.py

check-lock: $(VENV)/ready-dev
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt uv
	$(BIN)/python tools/lock.py --check

audit: $(VENV)/ready-dev
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt pip-audit
	$(BIN)/python tools/audit.py

mutation: $(VENV)/ready-dev
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt mutmut
	$(BIN)/python -m tools.mutation $(ARGS)

trace: $(VENV)/ready-dev
	$(BIN)/python -m tools.hostile_session

$(VENV)/ready: pyproject.toml constraints.txt tools/prepare.sh
	@sh tools/prepare.sh "$(PYTHON)" $(VENV) .
	@touch $@

$(VENV)/ready-dev: pyproject.toml constraints.txt tools/prepare.sh
	@sh tools/prepare.sh "$(PYTHON)" $(VENV) '.[dev]'
	@touch $@ $(VENV)/ready

$(BENCH_VENV)/ready: pyproject.toml constraints.txt tools/prepare.sh benchmarks/requirements.txt
	@sh tools/prepare.sh "$(PYTHON)" $(BENCH_VENV) .
	@$(BENCH_VENV)/bin/python -m pip install --quiet --disable-pip-version-check --requirement benchmarks/requirements.txt
	@touch $@

clean:
	rm -rf $(VENV) $(BENCH_VENV) build dist mutants .pytest_cache .mypy_cache .ruff_cache .hypothesis
