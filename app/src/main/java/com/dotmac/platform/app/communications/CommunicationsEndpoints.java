package com.dotmac.platform.app.communications;

import com.dotmac.platform.app.http.DomainProblems;
import com.dotmac.platform.app.http.ProblemCode;
import com.dotmac.platform.domain.communications.MessageException;
import com.dotmac.platform.domain.communications.MessageService;
import io.dropwizard.jersey.setup.JerseyEnvironment;
import java.util.Map;

/** Puts the log of messages on the wire. */
public final class CommunicationsEndpoints {

  private CommunicationsEndpoints() {}

  /**
   * Registers the feature.
   *
   * @param jersey where resources go
   * @param problems where refusals go
   * @param messages the door to messages
   */
  public static void register(
      JerseyEnvironment jersey, DomainProblems problems, MessageService messages) {
    problems.add(
        MessageException.class,
        Map.of(
            MessageException.NotFound.class, ProblemCode.MESSAGE_NOT_FOUND,
            MessageException.AlreadySent.class, ProblemCode.MESSAGE_ALREADY_SENT,
            MessageException.Expired.class, ProblemCode.MESSAGE_EXPIRED,
            MessageException.InvalidRecipient.class, ProblemCode.VALIDATION_FAILED));
    jersey.register(new MessageResource(messages));
  }
}
