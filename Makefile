# The verbs of this repository. `make help` lists them; each is one command that can be typed without make as well.

SHELL := bash
.DEFAULT_GOAL := help

MAVEN := mvn --batch-mode --no-transfer-progress
JAVA := $(if $(JAVA_HOME),$(JAVA_HOME)/bin/java,java)
JARS := app/target/app.jar migrator/target/migrator.jar
CLASS_PATH := integration-tests/target/demo.classpath
SOURCES := $(shell find pom.xml */pom.xml config domain/src/main migrator/src/main app/src/main integration-tests/src/main -type f)
TOOLS = $(JAVA) -XX:TieredStopAtLevel=1 -cp "integration-tests/target/classes:$$(cat $(CLASS_PATH))"
MISSING := $(filter-out $(wildcard $(JARS)),$(JARS))

.PHONY: help demo demo-reset build test verify format migrate run golden bench-migrator bench-gate bench-api bench-billing bench-partners release missing

help: ## Lists these verbs
	@sed -n 's/^\([a-z-]*\):.*## /\1|/p' $(MAKEFILE_LIST) | while IFS='|' read -r verb what; do printf '  make %-12s %s\n' "$$verb" "$$what"; done

demo: $(CLASS_PATH) ## Runs the whole platform here, with data to look at, until Ctrl-C
	@exec $(TOOLS) com.dotmac.platform.it.demo.DemoMain

demo-reset: $(CLASS_PATH) ## Removes the data of the demo
	@$(TOOLS) com.dotmac.platform.it.demo.DemoMain --reset

build: $(CLASS_PATH) ## Builds app.jar and migrator.jar, without tests, where sources are newer

test: ## Runs the tests that need no database
	$(MAVEN) test

verify: ## Builds and runs every test, on a real PostgreSQL
	$(MAVEN) verify

format: ## Formats sources and POMs
	$(MAVEN) --quiet spotless:apply

migrate: $(CLASS_PATH) ## Brings the database of DATABASE_URL to the last change
	@$(JAVA) -jar migrator/target/migrator.jar db migrate

run: $(CLASS_PATH) ## Runs the app on the database of DATABASE_URL
	@LOG_FORMAT=$${LOG_FORMAT:-text} exec $(JAVA) -jar app/target/app.jar server

golden: $(CLASS_PATH) ## Regenerates from the changes what is made of them and of the resources: schema.sql, docs/openapi.json, …
	@$(TOOLS) com.dotmac.platform.it.golden.GoldenFiles
	@$(JAVA) -jar migrator/target/migrator.jar db lint --rules > docs/lint.md

bench-migrator: $(CLASS_PATH) ## Measures the migrator beside other tools; takes some minutes
	@$(MAVEN) --quiet --projects integration-tests -P bench dependency:copy@other-tools dependency:copy@flyway-command-line
	@$(TOOLS) com.dotmac.platform.it.bench.BenchMigrator migrator/target/migrator.jar integration-tests/target/bench

bench-gate: $(CLASS_PATH) ## Measures the gate of the app on a history of 2,000 changes
	@$(TOOLS) com.dotmac.platform.it.bench.BenchGate

bench-api: $(CLASS_PATH) ## Measures the app beside pgbench; takes some minutes, and wrk and pgbench of the distribution
	@$(TOOLS) com.dotmac.platform.it.bench.BenchApi app/target/app.jar

bench-billing: $(CLASS_PATH) ## Measures invoices and payments, one by one and many at once, beside pgbench; takes some minutes
	@$(TOOLS) com.dotmac.platform.it.bench.BenchBilling app/target/app.jar

bench-partners: $(CLASS_PATH) ## Measures commissions, payouts and the books at growing sizes; PARTS=accruals,payouts,reconciliation
	@$(subst -XX:TieredStopAtLevel=1 ,,$(TOOLS)) com.dotmac.platform.it.bench.BenchPartners app/target/app.jar '$(PARTS)' $(SIZES)

release: $(CLASS_PATH) ## Makes a release out of this commit, in two commits: make release VERSION=0.1.0
	@$(TOOLS) com.dotmac.platform.it.release.ReleaseVerb $(VERSION)

# Written by the build, so it is as old as the jars; a jar that is missing makes it stale, too.
$(CLASS_PATH): $(SOURCES) $(if $(MISSING),missing)
	@echo 'Building. The first time Maven downloads what it needs, which takes some minutes.'
	@set -o pipefail; $(MAVEN) package -Dmaven.test.skip | grep --line-buffered -E '^\[ERROR|Building Dotmac'
	@touch $@
