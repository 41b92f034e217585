/**
 * What a run tells: lines for people, and with {@code --json} one object for programs.
 *
 * <p>Owns no table. Never decides how a run ends.
 */
@NullMarked
package com.dotmac.platform.migrator.report;

import org.jspecify.annotations.NullMarked;
