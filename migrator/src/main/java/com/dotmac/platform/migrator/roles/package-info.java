/**
 * The three roles of a database: the owner who migrates, the application, and people who look. Says
 * what is missing or too strong, and makes what is missing.
 *
 * <p>Owns no table. Never sets, reads or prints a password, and never gives a login: that is the
 * operator's act.
 */
@NullMarked
package com.dotmac.platform.migrator.roles;

import org.jspecify.annotations.NullMarked;
