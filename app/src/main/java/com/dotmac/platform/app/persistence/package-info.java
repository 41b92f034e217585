/**
 * Hibernate on one pool, with every session bound to a tenant.
 *
 * <p>Owns no table. Hibernate validates and never creates, whatever a configuration file says.
 */
@NullMarked
package com.dotmac.platform.app.persistence;

import org.jspecify.annotations.NullMarked;
