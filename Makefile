# make demo: the papers of the reference round.  make test: every check.
# Both do their own set-up in a fresh clone; a second run takes seconds.

VENV := .venv
BIN := $(VENV)/bin
export PIP_CONSTRAINT := $(CURDIR)/constraints.txt
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.PHONY: demo test lint system clean
.DEFAULT_GOAL := demo

demo: $(VENV)/.ready system
	$(BIN)/vankien build data/tay-ninh-2025-2030 --pdf
	@echo
	@echo "Mở xem: output/tay-ninh-2025-2030/ke-hoach.docx (hoặc ke-hoach.pdf)"

test: lint
	$(BIN)/python -m pytest -q -n 2

lint: $(VENV)/.ready system
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/vankien template check

$(VENV)/.ready: pyproject.toml constraints.txt
	@python3 -c 'import ensurepip, venv' 2>/dev/null || $(MAKE) --no-print-directory install PACKAGES=python3-venv
	python3 -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --editable '.[dev]'
	@touch $@

# LibreOffice, the fonts with the metrics of Times New Roman, and the PDF tools that tests read with.
system:
	@missing=""; \
	command -v soffice >/dev/null || missing="$$missing libreoffice-writer-nogui libreoffice-calc-nogui"; \
	command -v pdftoppm >/dev/null || missing="$$missing poppler-utils"; \
	fc-list 2>/dev/null | grep -q 'liberation2\|Liberation2' || missing="$$missing fonts-liberation2 fontconfig"; \
	[ -z "$$missing" ] || $(MAKE) --no-print-directory install PACKAGES="$$missing"

.PHONY: install
install:
	@echo "Đang cài các gói còn thiếu: $(PACKAGES)"
	@command -v apt-get >/dev/null || { echo "Hãy cài các gói tương đương: $(PACKAGES)"; exit 1; }
	@[ "$$(id -u)" = 0 ] || { echo "Chạy với quyền root: apt-get install $(PACKAGES)"; exit 1; }
	apt-get update -qq
	DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $(PACKAGES) >/dev/null

clean:
	rm -rf $(VENV) .mypy_cache .pytest_cache .ruff_cache .hypothesis
