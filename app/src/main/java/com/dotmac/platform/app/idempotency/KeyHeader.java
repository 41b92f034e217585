package com.dotmac.platform.app.idempotency;

import com.dotmac.platform.app.http.Problem.Fault;
import com.dotmac.platform.app.http.ProblemCode;
import com.dotmac.platform.app.http.ProblemException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The header {@code Idempotency-Key}: 1 to 255 visible characters of ASCII, taken literally. */
public final class KeyHeader {

  /** Name of the header. */
  public static final String NAME = "Idempotency-Key";

  /** Name of the header that says that an answer was given before. */
  public static final String REPLAYED = "Idempotency-Replayed";

  private static final Pattern FORM = Pattern.compile("[\\x21-\\x7e]{1,255}");

  private KeyHeader() {}

  /**
   * Reads the header.
   *
   * @param sent its values; {@code null} when it was not sent
   * @param required whether the request is refused without it
   * @return the key; empty when there is none and need not be
   * @throws ProblemException if it is missing, given twice, or has another form
   */
  public static Optional<String> read(@Nullable List<String> sent, boolean required) {
    if (sent == null || sent.isEmpty()) {
      if (required) {
        throw new ProblemException(
            ProblemCode.IDEMPOTENCY_KEY_REQUIRED,
            "Send an Idempotency-Key of your own with this request.",
            Fault.in(NAME, "is required"));
      }
      return Optional.empty();
    }
    if (sent.size() > 1) {
      throw invalid("is given more than once");
    }
    String key = sent.get(0);
    if (!FORM.matcher(key).matches()) {
      throw invalid("must be 1 to 255 visible ASCII characters");
    }
    return Optional.of(key);
  }

  private static ProblemException invalid(String detail) {
    return new ProblemException(
        ProblemCode.INVALID_PARAMETER,
        "The header " + NAME + " " + detail + ".",
        Fault.in(NAME, detail));
  }
}
