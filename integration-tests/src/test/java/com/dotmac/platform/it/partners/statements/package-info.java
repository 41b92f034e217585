/** What partners are told of their money, on PostgreSQL. */
@NullMarked
package com.dotmac.platform.it.partners.statements;

import org.jspecify.annotations.NullMarked;
