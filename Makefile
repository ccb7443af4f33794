# Hai lệnh đủ dùng trên một máy Debian 12 mới: `make demo` và `make test`.
# Mọi bước chuẩn bị (gói hệ thống, môi trường Python) tự chạy; lần sau không chạy lại.

SHELL := /bin/sh
.DEFAULT_GOAL := help

# Một trình thông dịch Python >= 3.11; để trống thì tự tìm.
PYTHON ?=
PYTEST_ARGS ?= -n auto
# Bộ dự thảo thật và tệp nhãn của nó, cho make accuracy.
THU_MUC ?= ../shared/corpus
NHAN ?= docs/nhan-bo-mau.yaml

export LC_ALL := C.UTF-8
BIN := .venv/bin
READY := .venv/.san-sang
SOURCES := src tests tools

.PHONY: help setup demo test lint bench accuracy lock clean clean-all

help:  ## In bảng này
	@sed -n 's/^\([a-z-]*\):[^#]*## \(.*\)/  make \1	\2/p' $(MAKEFILE_LIST) | expand -t 20

setup: $(READY)  ## Chuẩn bị máy và môi trường Python (chỉ làm khi cần)

$(READY): requirements.lock pyproject.toml tools/setup.sh
	@PYTHON='$(PYTHON)' sh tools/setup.sh
	@touch $@

demo: $(READY)  ## Đi hết một vòng trên kế hoạch mẫu, kết quả trong output/
	$(BIN)/vanban demo

test: lint  ## Kiểm tra toàn bộ: kiểu viết, kiểu dữ liệu, tầng, rồi các phép thử
	$(BIN)/pytest $(PYTEST_ARGS)

lint: $(READY)  ## Chỉ kiểm tra kiểu viết, kiểu dữ liệu và tầng
	$(BIN)/ruff check $(SOURCES)
	$(BIN)/ruff format --check $(SOURCES)
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: $(READY)  ## Đo thời gian và bộ nhớ
	PYTHONPATH=tools $(BIN)/python -m bench

accuracy: $(READY)  ## Đo độ chính xác trên bộ dự thảo thật: THU_MUC=thư mục NHAN=tệp nhãn
	$(BIN)/python tools/accuracy.py '$(THU_MUC)' '$(NHAN)'
	$(BIN)/python tools/accuracy.py data docs/nhan-ke-hoach-mau.yaml

lock:  ## Tính lại requirements.lock từ pyproject.toml (cần chương trình uv)
	uv pip compile pyproject.toml --group dev --universal --python-version 3.11 --generate-hashes \
		--no-emit-index-url --no-annotate --no-header --output-file requirements.lock

clean:  ## Xóa các tệp tạm; giữ output/ và môi trường Python
	rm -rf dist .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache .coverage
	find $(SOURCES) -name __pycache__ -type d -prune -exec rm -rf {} +

clean-all: clean  ## Xóa thêm môi trường Python
	rm -rf .venv
