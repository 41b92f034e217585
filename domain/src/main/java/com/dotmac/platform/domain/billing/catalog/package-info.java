/**
 * What a tenant sells and for how much: categories, products, plans, and the rules that give a
 * discount.
 *
 * <p>Owns {@code billing_product_categories}, {@code billing_products}, {@code billing_plans} and
 * {@code billing_pricing_rules}. Knows customers, and nothing of invoices: whoever bills asks here
 * what a line costs and freezes the answer in it.
 */
@NullMarked
package com.dotmac.platform.domain.billing.catalog;

import org.jspecify.annotations.NullMarked;
