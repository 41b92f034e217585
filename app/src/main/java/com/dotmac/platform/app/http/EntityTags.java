package com.dotmac.platform.app.http;

import com.dotmac.platform.app.http.Problem.Fault;
import jakarta.ws.rs.core.EntityTag;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Strong entity tags (RFC 9110) that carry the version of a resource, and the {@code If-Match} that
 * comes back.
 */
public final class EntityTags {

  private static final Pattern TAG = Pattern.compile("\"(\\d{1,9})\"");

  private EntityTags() {}

  /** The tag of a version. */
  public static EntityTag of(int version) {
    return new EntityTag(Integer.toString(version));
  }

  /**
   * The version that a change is based on.
   *
   * @param ifMatch the header; {@code null} if it was not sent
   * @throws ProblemException if it was not sent (428) or is no tag of ours (412)
   */
  public static int expectedVersion(@Nullable String ifMatch) {
    if (ifMatch == null || ifMatch.isBlank()) {
      throw new ProblemException(
          ProblemCode.PRECONDITION_REQUIRED,
          "Send the ETag of the resource as you have read it in If-Match.",
          Fault.in("If-Match", "is required"));
    }
    Matcher matcher = TAG.matcher(ifMatch.strip());
    if (!matcher.matches()) {
      throw new ProblemException(
          ProblemCode.VERSION_CONFLICT,
          "If-Match is not the ETag of this resource.",
          Fault.in("If-Match", "is not the ETag of this resource"));
    }
    return Integer.parseInt(matcher.group(1));
  }
}
