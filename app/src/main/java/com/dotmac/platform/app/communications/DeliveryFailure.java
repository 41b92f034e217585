package com.dotmac.platform.app.communications;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;

/**
 * Why a letter was not taken.
 *
 * @param reason for the tenant: in the words of the mail server where it had any, and without where
 *     it stands
 * @param story for the operator: all that is known
 * @param forGood whether another attempt could not end otherwise: there is no such mailbox
 */
record DeliveryFailure(String reason, String story, boolean forGood) {

  private static final String NO_ANSWER =
      "The mail server could not be reached, or did not answer.";

  /**
   * Of the answers that begin with 5 only these speak of the mailbox. The others are as often the
   * word of a server that is set up wrongly, and that is mended while the message waits.
   */
  private static final Set<Integer> NO_SUCH_MAILBOX = Set.of(550, 551, 553, 556);

  static DeliveryFailure of(MessagingException e) {
    List<Exception> chain = chain(e);
    Exception last = chain.get(chain.size() - 1);
    return new DeliveryFailure(
        last instanceof IOException ? NO_ANSWER : words(last),
        chain.stream().map(DeliveryFailure::words).collect(Collectors.joining(": ")),
        chain.stream().anyMatch(DeliveryFailure::isForGood));
  }

  /** Jakarta Mail tells the cause of a failure as the next one. */
  private static List<Exception> chain(MessagingException e) {
    List<Exception> chain = new ArrayList<>();
    Exception next = e;
    while (next != null) {
      chain.add(next);
      next = next instanceof MessagingException failure ? failure.getNextException() : null;
    }
    return chain;
  }

  private static String words(Exception e) {
    String message = e.getMessage();
    return message == null || message.isBlank() ? e.getClass().getSimpleName() : message.strip();
  }

  private static boolean isForGood(Exception e) {
    return e instanceof AddressException
        || (e instanceof SMTPAddressFailedException refused
            && NO_SUCH_MAILBOX.contains(refused.getReturnCode()));
  }
}
