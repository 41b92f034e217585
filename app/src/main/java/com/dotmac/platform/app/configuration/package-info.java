/**
 * Where settings come from: a file, or the packaged defaults, and the environment.
 *
 * <p>Owns no table. Never prints a secret.
 */
@NullMarked
package com.dotmac.platform.app.configuration;

import org.jspecify.annotations.NullMarked;
