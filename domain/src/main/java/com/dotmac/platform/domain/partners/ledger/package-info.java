/**
 * The books of what partners are owed, in double entry.
 *
 * <p>Owns {@code partner_ledger_transactions} and {@code partner_ledger_entries}, which are only
 * added to. Knows no other part of partners: who posts says which commission or which payout an
 * entry is about.
 */
@NullMarked
package com.dotmac.platform.domain.partners.ledger;

import org.jspecify.annotations.NullMarked;
