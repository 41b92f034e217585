/** Messages: written with their cause, delivered once, and nothing of their secrets left behind. */
@NullMarked
package com.dotmac.platform.it.communications;

import org.jspecify.annotations.NullMarked;
