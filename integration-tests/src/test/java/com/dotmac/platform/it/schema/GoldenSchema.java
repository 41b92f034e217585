package com.dotmac.platform.it.schema;

import java.util.List;

/** S1: the tables that the changes make, as a page that is committed and read in review. */
final class GoldenSchema {
  private GoldenSchema() {}

  /** The first line in which the page and the database differ, if they do. */
  static List<String> differences(String committed, String rendered) {
    List<String> page = committed.lines().toList();
    List<String> database = rendered.lines().toList();
    for (int i = 0; i < Math.max(page.size(), database.size()); i++) {
      String there = i < page.size() ? page.get(i) : "<the end>";
      String here = i < database.size() ? database.get(i) : "<the end>";
      if (!there.equals(here)) {
        return List.of(
            """
            db/schema.sql is not what the changes make. First difference, in line %d:
              committed: %s
              made:      %s
            If the change is what you want, run: make golden"""
                .formatted(i + 1, there, here));
      }
    }
    return List.of();
  }
}
