package com.dotmac.platform.app.identity;

import com.dotmac.platform.domain.communications.MessageDraft;
import com.dotmac.platform.domain.communications.MessageException;
import com.dotmac.platform.domain.communications.MessageService;
import com.dotmac.platform.domain.communications.MessageTemplate;
import com.dotmac.platform.domain.communications.Recipient;
import com.dotmac.platform.domain.identity.User;
import com.dotmac.platform.domain.tenancy.CallContext;

/**
 * Tells a person by mail that his password was changed, so that he learns of it if it was somebody
 * else who did. Where no mail is set up nobody is told: the mail would wait for ever.
 *
 * @param messages writes the mail
 * @param mailIsSetUp whether somebody sends it
 */
public record PasswordNotice(MessageService messages, boolean mailIsSetUp) {

  /**
   * Writes the mail, in the transaction of the change. To an address that is no mailbox none is
   * written.
   *
   * @param context the person himself
   * @param user likewise
   */
  void write(CallContext context, User user) {
    if (mailIsSetUp) {
      try {
        Recipient recipient = new Recipient(user.email(), user.displayName());
        messages.write(
            context, new MessageDraft(MessageTemplate.PASSWORD_CHANGED, recipient, null, null));
      } catch (MessageException.InvalidRecipient e) {
        // The change stands, whether or not it can be told.
        return;
      }
    }
  }
}
