package com.dotmac.platform.it.release;

import java.util.ArrayList;
import java.util.List;

/**
 * S7: a released change has not changed by a byte, nor moved, nor gone. Somewhere a database has
 * seen it as it was, and will not see it again.
 */
final class ReleasedChangesRule {
  private ReleasedChangesRule() {}

  /** What is no longer as a release recorded it, one sentence for each change, with what to do. */
  static List<String> differences(Release release, List<ChangeDigest> present) {
    List<String> sentences = new ArrayList<>();
    for (int i = 0; i < release.changes().size(); i++) {
      ChangeDigest released = release.changes().get(i);
      String now = i < present.size() ? present.get(i).file() : "nothing";
      String restore =
          "git checkout %s -- %s/%s"
              .formatted(release.commit(), ChangeDigest.FOLDER, released.file());
      if (!now.equals(released.file())) {
        sentences.add(
            "Change %d was %s when %s was released, and is %s now. Put the list back in its order, with new changes at its end; a file that is gone comes back with: %s"
                .formatted(i + 1, released.file(), release.version(), now, restore));
      } else if (!present.get(i).equals(released)) {
        sentences.add(
            "%s was edited after %s was released. Run: %s, and put the edit into a new change at the end of the list."
                .formatted(released.file(), release.version(), restore));
      }
    }
    return sentences;
  }
}
