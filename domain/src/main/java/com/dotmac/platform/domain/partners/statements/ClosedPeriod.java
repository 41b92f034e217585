package com.dotmac.platform.domain.partners.statements;

import java.util.UUID;

/**
 * A month that was stated.
 *
 * @param id identifier
 * @param period the month
 * @param statements how many statements were made of it
 */
public record ClosedPeriod(UUID id, StatementPeriod period, int statements) {}
