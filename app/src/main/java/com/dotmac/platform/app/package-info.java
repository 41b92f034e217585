/**
 * The application: wiring and nothing else. What is decided is decided in the domain.
 *
 * <p>Owns no table. Never makes one: it reads the state of the schema and refuses to start on a
 * wrong one.
 */
@NullMarked
package com.dotmac.platform.app;

import org.jspecify.annotations.NullMarked;
