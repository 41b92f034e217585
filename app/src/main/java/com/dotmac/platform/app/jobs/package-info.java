/**
 * Work that is done after a request and outlives the process: planned in the transaction of its
 * cause, done by one instance of many (db-scheduler).
 *
 * <p>The table {@code scheduled_tasks} is db-scheduler's; it holds identifiers of tenants and rows,
 * and no data. Knows no feature: each adds the kinds of work that it has.
 */
@NullMarked
package com.dotmac.platform.app.jobs;

import org.jspecify.annotations.NullMarked;
