# Every step a person can run alone. Each installs what it lacks, says what it is doing and is
# quick the second time. The work itself is in tools/; `make help` lists the steps.

.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: run build test check unit contracts crash-short browser budgets e2e e2e-backoffice crash lighthouse bench bench-desk kiosk-trial screenshots provision clean help

run: ## build and serve the demo world on http://127.0.0.1:3000
	@tools/run

build: ## leave the released form in dist/: the binary and its site beside it
	@tools/build

test: check unit contracts crash-short budgets e2e ## everything that must be true before a change lands

check: ## format, lints and types
	@tools/check

unit: ## unit and integration tests
	@tools/unit

contracts: ## every request to a TMF621 server, against the official specification (Prism)
	@tools/contracts

browser: ## the browser part and its site, in target/site
	@tools/browser

budgets: ## bytes of pages, stylesheet, scripts and WebAssembly as they are sent
	@tools/budgets

e2e: ## end-to-end tests in Chromium, scripts off and on (E2E="--grep …" for some of them)
	@tools/e2e $(E2E)

e2e-backoffice: ## a case to a real django-helpdesk and back, with answers lost on the way
	@tools/e2e-backoffice

crash: ## kill the server, cut its power, fill its disk, and look at what is left (ROUNDS=40 SEED=…)
	@tools/crash --rounds $(or $(ROUNDS),40) $(if $(SEED),--seed $(SEED))

crash-short: ## the same in half a minute, as the tests run it
	@tools/crash --rounds 3

kiosk-trial: ## the files of a kiosk, with cage and Chromium, as far as a machine without a screen can
	@tools/kiosk-trial

screenshots: ## the pictures of the README, from a walk through the demo world
	@tools/screenshots

lighthouse: ## Lighthouse's mobile marks of the released form (RUNS=5)
	@tools/lighthouse

bench: ## pages and submissions a second beside their limits, memory, starts (BENCH=--strict)
	@tools/bench $(BENCH)

bench-desk: ## pages of the desk with 1,000, 100,000 and 1,000,000 cases (CASES="1000 20000")
	@tools/bench-desk $(CASES)

provision: ## install what a fresh Debian 12 with Rust and Node lacks
	@tools/provision

clean: ## remove what was built here, but not the caches of tools
	@tools/clean

help: ## this list
	@sed -n 's/^\([a-z0-9-]*\):.*## \(.*\)/\1\t\2/p' $(MAKEFILE_LIST) | expand -t 16
