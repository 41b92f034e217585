package com.dotmac.platform.it.architecture.samples.a16.app;

import com.dotmac.platform.it.architecture.samples.a16.app.auth.Requires;
import com.dotmac.platform.it.architecture.samples.a16.app.http.Answers;

/** Is on the list of what is never kept; one answer of it is kept all the same. */
final class SignInResource {
  /** A secret. */
  record Tokens(String refreshToken) {}

  @Answers(Tokens.class)
  void refresh() {}

  @Requires
  @Answers(Tokens.class)
  void signIn() {}
}
