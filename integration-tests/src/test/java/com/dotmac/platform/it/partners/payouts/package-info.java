/**
 * What partners are paid: batches, payouts, providers and files, at the doors and over HTTP.
 *
 * <p>Owns no table. Compares the books with the lines themselves, added up by SQL of its own.
 */
@NullMarked
package com.dotmac.platform.it.partners.payouts;

import org.jspecify.annotations.NullMarked;
