/**
 * What customers owe.
 *
 * <p>Owns {@code invoices} and {@code invoice_lines}. {@link
 * com.dotmac.platform.domain.billing.invoices.InvoiceService} makes, finalises and ends them;
 * {@link com.dotmac.platform.domain.billing.invoices.InvoiceSettlement} is the one way to move what
 * is paid, taken back and credited. Takes no money itself.
 */
@NullMarked
package com.dotmac.platform.domain.billing.invoices;

import org.jspecify.annotations.NullMarked;
