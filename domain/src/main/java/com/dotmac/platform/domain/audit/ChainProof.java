package com.dotmac.platform.domain.audit;

import org.jspecify.annotations.Nullable;

/**
 * What a walk along the chain of a tenant found.
 *
 * @param links how many links are sound, from the first on
 * @param earlier how many of them tell of acts that are older than the chain: of these is proven
 *     only what happened since they were linked
 * @param hash hash of the last sound link, in hexadecimal; whoever keeps it elsewhere can tell
 *     later whether the chain was made anew
 * @param fault the first thing that is wrong, as a sentence that names the row; {@code null}: the
 *     chain is whole
 */
public record ChainProof(long links, long earlier, String hash, @Nullable String fault) {

  /** Whether nothing was altered, removed, added or moved. */
  public boolean holds() {
    return fault == null;
  }
}
