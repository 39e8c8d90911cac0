# make demo: the papers of the reference round, then a whole loop.  make test: every check.
# make soak: the slow checks with full counts.  make benchmark: the speed, written to docs/.
# All do their own set-up in a fresh clone; a second run of demo takes seconds.

VENV := .venv
BIN := $(VENV)/bin
export PIP_CONSTRAINT := $(CURDIR)/constraints.txt
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.PHONY: demo test soak benchmark lint system clean
.DEFAULT_GOAL := demo

demo: $(VENV)/.ready system
	$(BIN)/vankien build data/tay-ninh-2025-2030 --pdf
	@echo
	@echo "Mở xem: output/tay-ninh-2025-2030/ke-hoach.docx (hoặc ke-hoach.pdf)"
	@echo "Tiếp theo: một vòng đủ với đợt mẫu, số liệu đặt ra (biểu đi, biểu về, báo cáo, tổng hợp)"
	$(BIN)/python tests/loop.py data/mau output/thu-mau
	@echo
	@echo "Mở xem: output/thu-mau/van-kien (tong-hop-ket-qua-bau-cu.xlsx, báo cáo và biên bản của từng đơn vị)"

test: lint
	$(BIN)/python -m pytest -q -n 2

# -rP prints what each check counted.
soak: $(VENV)/.ready system
	VANKIEN_SOAK=1 $(BIN)/python -m pytest -q -n 2 --dist worksteal -rP --durations 10 \
	  tests/elections tests/sources/test_round_workbook.py tests/views/test_roll_up.py tests/test_collect.py tests/test_kills.py \
	  tests/inspection/test_round_trips.py tests/inspection/test_components_elsewhere.py

# The engines that are compared go into build/benchmark; without Node.js its three are left out.
benchmark: $(VENV)/.ready system
	PYTHONPATH=tests $(BIN)/python benchmarks/run.py

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
