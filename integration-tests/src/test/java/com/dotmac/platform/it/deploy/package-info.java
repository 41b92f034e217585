/**
 * Proves that the jars which are shipped can be deployed: run as processes, on every Java found, in
 * the order in which an operator runs them.
 *
 * <p>Owns no table. Never calls our code in this JVM to do what a jar should do.
 */
@NullMarked
package com.dotmac.platform.it.deploy;

import org.jspecify.annotations.NullMarked;
