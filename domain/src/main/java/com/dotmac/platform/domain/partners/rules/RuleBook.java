package com.dotmac.platform.domain.partners.rules;

import com.dotmac.platform.domain.tenancy.TenantScope;
import com.dotmac.platform.domain.tenancy.TenantSessions;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * The rules as they are to be read by whoever chooses and reckons. Asks a fixed number of times,
 * however many rules and partners there are, and changes nothing.
 */
public final class RuleBook {

  private final RuleRepository rules;

  /**
   * A book for the sessions of one database.
   *
   * @param sessions where the current session comes from
   */
  public RuleBook(TenantSessions sessions) {
    rules = new RuleRepository(sessions);
  }

  /**
   * All versions, also past and future ones, of all rules that are not archived and that are for
   * one of the partners or for all; in no order that means anything.
   *
   * @param partnerIds the partners; empty: only the rules for all
   */
  public List<RuleCandidate> of(TenantScope scope, Set<UUID> partnerIds) {
    return rules.candidates(scope, partnerIds, Set.of(RuleStatus.ACTIVE));
  }

  /**
   * Like {@link #of}, with the rules that are archived: for whoever asks why one does not decide.
   *
   * @param partnerIds the partners; empty: only the rules for all
   */
  public List<RuleCandidate> withArchived(TenantScope scope, Set<UUID> partnerIds) {
    return rules.candidates(scope, partnerIds, EnumSet.allOf(RuleStatus.class));
  }

  /**
   * What versions say of how much is earned, whether or not their rules are archived.
   *
   * @param versionIds the versions; those that do not exist are left out
   */
  public Map<UUID, Terms> terms(TenantScope scope, Set<UUID> versionIds) {
    return rules.terms(scope, versionIds);
  }
}
