package com.dotmac.platform.app.identity;

import com.dotmac.platform.app.http.ProblemCode;
import com.dotmac.platform.app.http.ProblemException;

/**
 * Whether links can be mailed. Asked before anything else is looked at, so that the answer tells
 * nothing of whoever is asked for.
 *
 * @param hasPublicUrl whether links have something to begin with
 * @param canSeal whether there is a key to keep a link under until it is sent
 */
public record LinkSetUp(boolean hasPublicUrl, boolean canSeal) {

  /**
   * Lets nobody pass where no link could be mailed.
   *
   * @throws ProblemException if that is so
   */
  public void refuseUnlessComplete() {
    if (!hasPublicUrl) {
      throw new ProblemException(
          ProblemCode.MAIL_NOT_SET_UP, "This installation has no address that links begin with.");
    }
    if (!canSeal) {
      throw new ProblemException(
          ProblemCode.SEALING_NOT_CONFIGURED, "This installation has no key to seal links with.");
    }
  }
}
