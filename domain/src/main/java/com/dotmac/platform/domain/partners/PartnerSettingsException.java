package com.dotmac.platform.domain.partners;

import com.dotmac.platform.domain.shared.DomainException;
import com.dotmac.platform.domain.shared.Placed;

/** A setting of the partner programme makes no sense; names the place. */
public final class PartnerSettingsException extends DomainException implements Placed {

  private static final long serialVersionUID = 1L;

  private final String pointer;

  PartnerSettingsException(String pointer, String message) {
    super(message);
    this.pointer = pointer;
  }

  @Override
  public String pointer() {
    return pointer;
  }
}
