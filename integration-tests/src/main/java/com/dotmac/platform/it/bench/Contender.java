package com.dotmac.platform.it.bench;

import com.dotmac.platform.it.harness.TestDatabase;
import java.util.List;
import java.util.function.Function;

/**
 * One way to bring a database to head.
 *
 * @param name as the table shows it
 * @param repeats whether it can be run again on a database that is up to date
 * @param command the command line for a database
 */
record Contender(String name, boolean repeats, Function<TestDatabase, List<String>> command) {}
