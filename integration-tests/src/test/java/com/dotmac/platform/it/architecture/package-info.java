/**
 * The rules that keep the house in order, A0 to A14 of the architecture, each with its reason in
 * words, and for each a proof that it can fail.
 *
 * <p>Owns no table. Never starts a database: everything here is read from classes and files.
 */
@NullMarked
package com.dotmac.platform.it.architecture;

import org.jspecify.annotations.NullMarked;
