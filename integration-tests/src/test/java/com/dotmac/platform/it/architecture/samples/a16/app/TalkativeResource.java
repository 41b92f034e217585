package com.dotmac.platform.it.architecture.samples.a16.app;

import com.dotmac.platform.it.architecture.samples.a16.app.http.Answers;
import com.dotmac.platform.it.architecture.samples.a16.app.idempotency.ShownOnce;
import java.util.List;

/** Answers with secrets: at the top, within, and once as it should be. */
final class TalkativeResource {
  /** A secret that would be kept. */
  record Opened(String accessToken, String tokenType) {}

  /** A secret within. */
  record Enrolled(List<Opened> sessions) {}

  /** As it should be. */
  record Issued(String password) implements ShownOnce {}

  @Answers(Opened.class)
  void open() {}

  @Answers(Enrolled.class)
  void enrol() {}

  @Answers(Issued.class)
  void issue() {}
}
