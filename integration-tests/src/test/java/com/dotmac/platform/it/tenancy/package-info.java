/**
 * Tenants over HTTP: who may look after them, what happens to one, and how soon.
 *
 * <p>Owns no table. The platform's own tenant is one per database; everybody else is made anew.
 */
@NullMarked
package com.dotmac.platform.it.tenancy;

import org.jspecify.annotations.NullMarked;
