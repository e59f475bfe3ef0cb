.DEFAULT_GOAL := help
.PHONY: help demo test format bench release sqlite

help: ## Show what can be made
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-9s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

demo: sqlite ## Play the way of a change on a fresh registry
	swift run canon demo

test: sqlite ## Run all tests
	swift test --disable-xctest

format: ## Format the sources, then check their style
	swift format format --in-place --recursive Package.swift Sources Tests
	swift format lint --strict --recursive Package.swift Sources Tests

bench: sqlite ## Measure speed on the benchmark workloads
	swift run -c release canon bench

release: sqlite ## Build one stripped static binary: .build/release/canon
	swift build -c release --product canon --static-swift-stdlib -Xswiftc -static-executable
	@# Errors are returned and a crash ends the program, so nothing needs the tables for unwinding the stack.
	strip --remove-section=.eh_frame --remove-section=.eh_frame_hdr .build/release/canon
	@ls -l .build/release/canon

sqlite:
	@pkg-config --exists sqlite3 2>/dev/null || [ -f /usr/include/sqlite3.h ] || \
	if [ "$$(id -u)" = 0 ]; then apt-get update -qq && apt-get install -y -qq libsqlite3-dev; \
	else echo "libsqlite3-dev is missing; install it with: sudo apt-get install libsqlite3-dev" >&2; exit 1; fi
