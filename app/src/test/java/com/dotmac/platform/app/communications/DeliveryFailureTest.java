package com.dotmac.platform.app.communications;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.net.ConnectException;
import java.net.UnknownHostException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeliveryFailureTest {

  @ParameterizedTest
  @CsvSource({
    "550,true",
    "551,true",
    "553,true",
    "556,true",
    "552,false",
    "554,false",
    "450,false"
  })
  void only_what_says_that_there_is_no_such_mailbox_is_for_good(int code, boolean forGood)
      throws Exception {
    SendFailedException refused =
        new SendFailedException(
            "Invalid Addresses",
            new SMTPAddressFailedException(
                new InternetAddress("ada@example.com"), "RCPT TO:", code, code + " no\n"));
    DeliveryFailure failure = DeliveryFailure.of(refused);
    assertThat(failure.forGood()).isEqualTo(forGood);
    assertThat(failure.reason()).isEqualTo(code + " no");
    assertThat(failure.story()).isEqualTo("Invalid Addresses: " + code + " no");
  }

  @Test
  void where_the_mail_server_stands_is_told_to_the_operator_alone() {
    for (MessagingException away :
        new MessagingException[] {
          new MessagingException("Couldn't connect to smtp.inside:25", new ConnectException("no")),
          new MessagingException("Unknown SMTP host", new UnknownHostException("smtp.inside"))
        }) {
      DeliveryFailure failure = DeliveryFailure.of(away);
      assertThat(failure.reason()).contains("could not be reached").doesNotContain("smtp.inside");
      assertThat(failure.story()).contains("smtp.inside");
      assertThat(failure.forGood()).isFalse();
    }
  }

  @Test
  void an_address_that_is_none_stays_none() {
    assertThat(DeliveryFailure.of(new AddressException("Missing domain")).forGood()).isTrue();
  }

  @Test
  void a_failure_without_words_has_its_name() {
    assertThat(DeliveryFailure.of(new MessagingException()).reason())
        .isEqualTo("MessagingException");
  }
}
