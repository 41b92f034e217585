/** Exports of partners, on PostgreSQL. */
@NullMarked
package com.dotmac.platform.it.partners.exports;

import org.jspecify.annotations.NullMarked;
