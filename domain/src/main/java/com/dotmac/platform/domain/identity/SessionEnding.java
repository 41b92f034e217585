package com.dotmac.platform.domain.identity;

import com.dotmac.platform.domain.tenancy.CallContext;
import java.util.UUID;

/**
 * Ends what a person has open. Stands here so that whoever disables a user need not know how people
 * sign in, which itself stands on users.
 */
@FunctionalInterface
public interface SessionEnding {

  /**
   * Ends every session of a person who may not sign in any more.
   *
   * @param context who disabled him
   * @param userId the person
   */
  void endAllOfDisabled(CallContext context, UUID userId);
}
