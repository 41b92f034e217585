package com.dotmac.platform.domain.partners.exports;

import com.dotmac.platform.domain.shared.DomainException;

/** Refusals about exports. */
public abstract sealed class ExportException extends DomainException {

  private static final long serialVersionUID = 1L;

  private ExportException(String message) {
    super(message);
  }

  /** The tenant has no such export. */
  public static final class NotFound extends ExportException {
    private static final long serialVersionUID = 1L;

    NotFound() {
      super("There is no such export.");
    }
  }

  /** The export has no file yet, or no more, or never will. */
  public static final class NoFile extends ExportException {
    private static final long serialVersionUID = 1L;

    NoFile(ExportStatus status) {
      super("An export that is " + status.code() + " has no file.");
    }
  }
}
