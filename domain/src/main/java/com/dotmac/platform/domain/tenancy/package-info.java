/**
 * Tenants, and how a transaction is bound to one: who reads ({@link
 * com.dotmac.platform.domain.tenancy.TenantScope}), who writes ({@link
 * com.dotmac.platform.domain.tenancy.CallContext}), and the two walls between tenants, Hibernate's
 * discriminator and PostgreSQL's row security.
 *
 * <p>Owns {@code tenants} and {@code number_series}. Never opens a transaction.
 */
@NullMarked
package com.dotmac.platform.domain.tenancy;

import org.jspecify.annotations.NullMarked;
