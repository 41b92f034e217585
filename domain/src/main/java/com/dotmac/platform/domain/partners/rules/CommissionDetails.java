package com.dotmac.platform.domain.partners.rules;

/**
 * What may be changed of a rule without another version, because it is no part of what was earned.
 *
 * @param name name for people, 1 to 100 characters, unique among rules that are not archived
 * @param priority 1 to 1000: of several rules that fit the one with the greatest decides
 */
public record CommissionDetails(String name, int priority) {}
