/**
 * The way back: what each change declares of it, which rows it would destroy, and whether it left
 * what was there before.
 *
 * <p>Owns no table. Never takes a change back by itself: the engine does. Never guesses a number of
 * rows without saying so.
 */
@NullMarked
package com.dotmac.platform.migrator.rollback;

import org.jspecify.annotations.NullMarked;
