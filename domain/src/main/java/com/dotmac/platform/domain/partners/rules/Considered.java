package com.dotmac.platform.domain.partners.rules;

/**
 * A rule that was looked at.
 *
 * @param candidate the version of the rule
 * @param verdict what became of it
 */
public record Considered(RuleCandidate candidate, Verdict verdict) {}
