package com.dotmac.platform.domain.identity.links;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * How often a person gets mails of one purpose: one a minute and five a day at the most, whoever
 * asks for them. So nobody fills a mailbox from here.
 */
final class MailingPolicy {

  /** How far back one has to look. */
  static final Duration MEMORY = Duration.ofDays(1);

  private static final Duration BETWEEN = Duration.ofMinutes(1);
  private static final int MOST = 5;

  private MailingPolicy() {}

  /**
   * Refuses another one that would be too many.
   *
   * @param issued when those of the last day were written
   * @param now instant of the next one
   * @throws LinkException.MailedRecently if it would
   */
  static void refuseUnlessAllowed(List<Instant> issued, Instant now) {
    Instant recent = now.minus(BETWEEN);
    if (issued.size() >= MOST || issued.stream().anyMatch(at -> at.isAfter(recent))) {
      throw new LinkException.MailedRecently();
    }
  }
}
