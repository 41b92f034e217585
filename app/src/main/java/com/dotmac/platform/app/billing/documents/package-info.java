/**
 * Documents as PDF: those of billing, and what others draw theirs with.
 *
 * <p>Owns how a document looks, and no table: it draws what it is told, asks the database nothing
 * and decides nothing about money.
 */
@NullMarked
package com.dotmac.platform.app.billing.documents;

import org.jspecify.annotations.NullMarked;
