/**
 * Measures how long the migrator takes beside other tools that run on a JVM, and how long the gate
 * of the app takes on a long history.
 *
 * <p>Owns no table that lasts. Never part of a build: it prints numbers, and nobody fails on them.
 */
@NullMarked
package com.dotmac.platform.it.bench;

import org.jspecify.annotations.NullMarked;
