package com.dotmac.platform.domain.audit;

import org.jspecify.annotations.Nullable;

/** Goes along a chain link by link and stops at the first that is not sound. */
final class ChainWalk {

  private long links;
  private long earlier;
  private String hash = ChainLink.BEFORE_THE_FIRST;
  private @Nullable String fault;

  /**
   * Takes the next link.
   *
   * @return whether to go on
   */
  boolean step(ChainLink link) {
    fault = link.faultAfter(links + 1, hash);
    if (fault != null) {
      return false;
    }
    links++;
    earlier += link.isEarlier() ? 1 : 0;
    hash = link.hash();
    return true;
  }

  /**
   * Compares the end of the links with what the head says of it: links removed at the end leave no
   * gap.
   *
   * @param lastSequence sequence of the head; {@code null}: there is no head
   * @param lastHash hash of the head, in hexadecimal; {@code null}: there is no head
   */
  void end(@Nullable Long lastSequence, @Nullable String lastHash) {
    if (fault != null) {
      return;
    }
    if (lastSequence == null || lastHash == null) {
      fault = links == 0 ? null : "the head of the chain is missing";
    } else if (links < lastSequence) {
      fault = "link " + (links + 1) + " is missing: the head says that there are " + lastSequence;
    } else if (links > lastSequence) {
      fault = "link " + (lastSequence + 1) + " is beyond the head of the chain";
    } else if (!lastHash.equals(hash)) {
      fault = "the head of the chain is not the hash of link " + links;
    }
  }

  /** What was found. */
  ChainProof proof() {
    return new ChainProof(links, earlier, hash, fault);
  }
}
