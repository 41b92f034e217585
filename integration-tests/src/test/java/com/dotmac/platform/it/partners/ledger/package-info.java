/**
 * The books of partners, at their door and past it with SQL.
 *
 * <p>Owns no table. Never makes a figure that it compares with by the statement under test.
 */
@NullMarked
package com.dotmac.platform.it.partners.ledger;

import org.jspecify.annotations.NullMarked;
