package com.dotmac.platform.it.schema;

import java.util.List;

/**
 * The changes that the domain says it needs are the changes that the migrator has, so that the
 * application of a build starts on what the migrator of the same build made.
 */
final class RequiredChangesRule {
  private RequiredChangesRule() {}

  /** The first place where the two lists part, if they do. */
  static List<String> differences(List<String> required, List<String> listed) {
    for (int i = 0; i < Math.max(required.size(), listed.size()); i++) {
      String needs = i < required.size() ? required.get(i) : "nothing";
      String has = i < listed.size() ? listed.get(i) : "nothing";
      if (!needs.equals(has)) {
        return List.of(
            "Change %d: changes.txt of the domain says %s, changelog.yaml of the migrator says %s. Run: make golden"
                .formatted(i + 1, needs, has));
      }
    }
    return List.of();
  }
}
