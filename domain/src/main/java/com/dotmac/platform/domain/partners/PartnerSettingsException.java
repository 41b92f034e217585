package com.dotmac.platform.domain.partners;

import com.dotmac.platform.domain.shared.DomainException;
import com.dotmac.platform.domain.shared.Placed;

/** Refusals about the settings of the partner programme. */
public abstract sealed class PartnerSettingsException extends DomainException {

  private static final long serialVersionUID = 1L;

  private PartnerSettingsException(String message) {
    super(message);
  }

  /** A setting makes no sense; names the place. */
  public static final class Wrong extends PartnerSettingsException implements Placed {
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
