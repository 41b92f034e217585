/** The portal of partners, over HTTP. */
@NullMarked
package com.dotmac.platform.it.partners.portal;

import org.jspecify.annotations.NullMarked;
