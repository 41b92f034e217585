/**
 * What partners are told of their money: statements of months that are over, and figures of any
 * period.
 *
 * <p>Owns {@code partner_statement_periods} and {@code partner_statements}. Reads the books and
 * enters nothing into them.
 */
@NullMarked
package com.dotmac.platform.domain.partners.statements;

import org.jspecify.annotations.NullMarked;
