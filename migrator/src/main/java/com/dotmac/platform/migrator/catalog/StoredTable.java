package com.dotmac.platform.migrator.catalog;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A table as it lies on disk.
 *
 * @param name quoted where SQL needs it
 * @param root the partitioned table it is a part of; else its own name
 * @param file the server's number of its file, which is another one after every rewrite; {@code
 *     null} for a partitioned table, which has none
 * @param columns names of its columns by the server's numbers, which last as long as the column
 */
record StoredTable(String name, String root, @Nullable String file, Map<Integer, String> columns) {

  /** Keeps a sorted copy of the columns. */
  StoredTable {
    columns = Collections.unmodifiableMap(new TreeMap<>(columns));
  }

  /** Whether a rewrite lies between this and a later look at the same table. */
  boolean rewrittenIn(StoredTable later) {
    return file != null && later.file() != null && !file.equals(later.file());
  }
}
