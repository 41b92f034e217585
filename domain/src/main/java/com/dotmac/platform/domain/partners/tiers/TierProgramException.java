package com.dotmac.platform.domain.partners.tiers;

import com.dotmac.platform.domain.shared.DomainException;
import com.dotmac.platform.domain.shared.Placed;

/** Refusals about how tiers are reckoned. */
public abstract sealed class TierProgramException extends DomainException {

  private static final long serialVersionUID = 1L;

  private TierProgramException(String message) {
    super(message);
  }

  /** What is wanted makes no sense; names the place. */
  public static final class Wrong extends TierProgramException implements Placed {
    private static final long serialVersionUID = 1L;

    private final String pointer;

    Wrong(String pointer, String message) {
      super(message);
      this.pointer = pointer;
    }

    @Override
    public String pointer() {
      return pointer;
    }
  }
}
