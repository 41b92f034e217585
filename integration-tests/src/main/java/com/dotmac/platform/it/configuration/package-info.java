/**
 * The page of the settings, {@code docs/configuration.md}, made from the packaged files, the
 * classes that read them and what their comments say.
 *
 * <p>Owns no table. Never words a setting itself: what is not said where the setting lives is a
 * fault.
 */
@NullMarked
package com.dotmac.platform.it.configuration;

import org.jspecify.annotations.NullMarked;
