# Every step from a fresh checkout to a release; `make` lists them.

.DEFAULT_GOAL := help
.PHONY: help run test check kiosk bench dist screenshots relevance content-report questions access translations lock clean setup setup-tests library

BIN := .venv/bin
# What the compiled library is made from: it is compiled anew when one of these changes.
LIBRARY_SOURCES := content resources/fonts $(wildcard resources/figure-colours.toml) \
	livermets_desktop/authoring livermets_desktop/library livermets_desktop/model livermets_desktop/search

help: ## List the targets
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 20

run: setup library ## Open the window; without a display, write pictures of it
	@if [ "$$(uname)" = Linux ] && [ -z "$$DISPLAY$$WAYLAND_DISPLAY" ]; then \
		echo "There is no display here: the window is drawn into pictures."; \
		$(BIN)/python tools/screenshots.py --output build/screenshots; \
	else \
		$(BIN)/livermets-desktop; \
	fi

test: setup-tests library ## Run the tests and show the coverage
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest --cov --cov-branch

check: setup ## Check the code's style, types and layers, and the content
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/livermets-desktop content check content

bench: setup library ## Measure the speed of search, reading and start
	$(BIN)/python -m tests.benchmarks

dist: setup-tests library ## Make the wheel, the frozen program, notices, SBOM and checksums
	rm -rf dist
	$(BIN)/hatchling build --target wheel --directory dist
	$(BIN)/pyinstaller build.spec --noconfirm --log-level WARN --workpath build/pyinstaller
	$(BIN)/python -m tools.notices dist/livermets-desktop --output dist/THIRD-PARTY-NOTICES.txt
	cp -R LICENSE LICENSES dist/THIRD-PARTY-NOTICES.txt dist/livermets-desktop
	$(BIN)/python -m tools.sbom --output dist/sbom.cdx.json
	$(BIN)/python -m tools.smoke dist/livermets-desktop
	$(BIN)/python -m tools.checksums dist --output dist/SHA256SUMS

screenshots: setup library ## Write pictures of the window to build/screenshots
	$(BIN)/python tools/screenshots.py --output build/screenshots

relevance: setup library ## Tell how often the search has the right section first
	$(BIN)/python -m tools.relevance

content-report: setup ## Print what the library holds, and keep it in docs/content.md
	$(BIN)/python -m tools.content_report --output docs/content.md

questions: setup library ## Answer thirty questions through the window, and keep the table in docs/questions.md
	$(BIN)/python -m tools.answer_questions --output docs/questions.md

access: setup-tests library ## Measure access for everybody, and keep the table in docs/accessibility.md
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m tests.access --output docs/accessibility.md

kiosk: setup-tests library ## Test the public screen, and print which line of its checklist holds
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m tests.kiosk

translations: setup ## Collect the words of the window, and compile the translations
	$(BIN)/python -m tools.translations

lock: setup ## Write requirements.lock anew from pyproject.toml (needs uv)
	uv pip compile pyproject.toml --extra authoring --group dev --universal --python-version 3.11 \
		--generate-hashes --no-header --no-emit-index-url --no-annotate --output-file requirements.lock

clean: ## Remove everything that was built, but not .venv
	rm -rf build dist .coverage .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache

setup:
	@tools/setup.sh run

setup-tests:
	@tools/setup.sh test

library: setup
	@mkdir -p build
	@find $(LIBRARY_SOURCES) -type f ! -name '*.pyc' -exec cksum {} + | sort >build/library.new
	@cmp -s build/library.new build/library.sources && test -d build/library || { \
		$(BIN)/livermets-desktop content build content --output build/library && \
		mv build/library.new build/library.sources; }
