/**
 * Credit notes: what of an invoice is not owed after all, and what that is used for.
 *
 * <p>Owns {@code credit_notes}, {@code credit_note_lines} and {@code credit_note_applications}.
 * Never changes an invoice itself: it asks the door of invoices to move amounts.
 */
@NullMarked
package com.dotmac.platform.domain.billing.credits;

import org.jspecify.annotations.NullMarked;
