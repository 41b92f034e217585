/**
 * What is said to people by mail: the one way to send, and the log of what was sent.
 *
 * <p>Owns {@code communication_messages}. A message is written in the transaction of its cause and
 * delivered afterwards. Never speaks to a mail server itself, and keeps no secret in the clear.
 */
@NullMarked
package com.dotmac.platform.domain.communications;

import org.jspecify.annotations.NullMarked;
