/** What partners earn, and the proof of it, on the wire. */
@NullMarked
package com.dotmac.platform.app.partners.commissions;

import org.jspecify.annotations.NullMarked;
