package com.dotmac.platform.domain.audit;

import com.dotmac.platform.domain.tenancy.TenantScope;
import com.dotmac.platform.domain.tenancy.TenantSessions;
import org.jspecify.annotations.Nullable;

/**
 * The door to the chain of hashes: proves that the trail of a tenant is what was written.
 *
 * <p>The database makes the chain when acts are committed. Nothing here, and nothing that the
 * application may do, writes it.
 */
public final class AuditChain {

  private final ChainRepository chain;

  /**
   * A door for the sessions of one database.
   *
   * @param sessions where the current session comes from
   */
  public AuditChain(TenantSessions sessions) {
    chain = new ChainRepository(sessions);
  }

  /**
   * Walks along the whole chain of a tenant, also while others write. Memory does not grow with the
   * trail.
   *
   * @param scope whose trail
   */
  public ChainProof prove(TenantScope scope) {
    ChainWalk walk = new ChainWalk();
    chain.walk(scope, walk);
    ChainProof proof = walk.proof();
    String added = proof.holds() ? chain.findWithoutLink(scope) : null;
    return added == null ? proof : withFault(proof, added);
  }

  private static ChainProof withFault(ChainProof proof, @Nullable String added) {
    return new ChainProof(
        proof.links(), proof.earlier(), proof.hash(), "act " + added + " was added past the chain");
  }
}
