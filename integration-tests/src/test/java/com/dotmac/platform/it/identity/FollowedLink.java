package com.dotmac.platform.it.identity;

import com.dotmac.platform.domain.identity.links.LinkPurpose;
import com.dotmac.platform.it.harness.ApiAnswer;
import com.dotmac.platform.it.harness.ApiClient;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What whoever has a link does with it.
 *
 * @param nobody a caller without a credential
 */
record FollowedLink(ApiClient nobody) {
  static final String NEW_PASSWORD = "a password of my own choice";

  /** Uses it for what it is for. */
  ApiAnswer use(LinkPurpose purpose, String token) {
    return choose(purpose, token, NEW_PASSWORD);
  }

  /** Uses it to choose this password, where one is chosen. */
  ApiAnswer choose(LinkPurpose purpose, String token, String password) {
    Map<String, String> body = new LinkedHashMap<>();
    body.put("token", token);
    if (purpose != LinkPurpose.EMAIL_VERIFICATION) {
      body.put("newPassword", password);
    }
    return nobody.post(path(purpose), body);
  }

  private static String path(LinkPurpose purpose) {
    return switch (purpose) {
      case PASSWORD_RESET -> "/api/v1/password-resets/complete";
      case EMAIL_VERIFICATION -> "/api/v1/email-verifications";
      case INVITATION -> "/api/v1/invitations/accept";
    };
  }
}
