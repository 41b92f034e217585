package com.dotmac.platform.app.auth;

import com.dotmac.platform.app.http.Problem.Fault;
import com.dotmac.platform.app.http.ProblemCode;
import com.dotmac.platform.app.http.ProblemException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The header {@code Partner-Id}: for which partner a request is, where that has to be said. */
public final class PartnerIdHeader {

  /** Name of the header. */
  public static final String NAME = "Partner-Id";

  private static final int LENGTH = 36;

  private PartnerIdHeader() {}

  /**
   * Reads the header.
   *
   * @param sent its values; {@code null} when it was not sent
   * @return the partner; empty when it was not sent
   * @throws ProblemException if it is given twice, or is no identifier
   */
  static Optional<UUID> read(@Nullable List<String> sent) {
    if (sent == null || sent.isEmpty()) {
      return Optional.empty();
    }
    if (sent.size() > 1 || sent.get(0).length() != LENGTH) {
      throw invalid();
    }
    try {
      return Optional.of(UUID.fromString(sent.get(0)));
    } catch (IllegalArgumentException e) {
      throw invalid();
    }
  }

  private static ProblemException invalid() {
    String detail = "must be the identifier of one partner";
    return new ProblemException(
        ProblemCode.INVALID_PARAMETER,
        "The header " + NAME + " " + detail + ".",
        Fault.in(NAME, detail));
  }
}
