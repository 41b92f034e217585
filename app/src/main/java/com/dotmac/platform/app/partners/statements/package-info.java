/**
 * Statements of partners on the wire and as files, and the work that makes them.
 *
 * <p>Owns no table and decides nothing about money: it shows what the domain says.
 */
@NullMarked
package com.dotmac.platform.app.partners.statements;

import org.jspecify.annotations.NullMarked;
