package com.dotmac.platform.app.communications;

import com.dotmac.platform.domain.communications.Letter;
import com.dotmac.platform.domain.communications.MessageTemplate;
import com.github.mustachejava.DefaultMustacheFactory;
import com.github.mustachejava.Mustache;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The words of each kind of message: plain text, in files beside this class. */
final class MessageTexts {

  private static final String DIRECTORY = "com/dotmac/platform/app/communications";
  private static final DateTimeFormatter INSTANT =
      DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm '('VV')'", Locale.ENGLISH);

  private final Map<MessageTemplate, Mustache> texts = new EnumMap<>(MessageTemplate.class);
  private final String publicUrl;

  /**
   * Reads all, so that one that is missing or broken is found at start.
   *
   * @param publicUrl what links begin with
   */
  MessageTexts(String publicUrl) {
    this.publicUrl = publicUrl;
    PlainText factory = new PlainText();
    for (MessageTemplate template : MessageTemplate.values()) {
      texts.put(template, factory.compile(template.code() + ".txt"));
    }
  }

  /** The body of a message, in lines. */
  String body(Letter letter) {
    Map<String, @Nullable Object> words = new HashMap<>();
    words.put("publicUrl", publicUrl);
    words.put("tenantName", letter.tenantName());
    words.put("recipientName", letter.recipient().name());
    words.put("token", letter.secret());
    words.put("expiresAt", text(letter.expiresAt()));
    StringWriter body = new StringWriter();
    Mustache template = texts.get(letter.template());
    if (template == null) {
      throw new IllegalStateException("All templates were read at start");
    }
    template.execute(body, words);
    return body.toString();
  }

  private static @Nullable String text(@Nullable ZonedDateTime instant) {
    return instant == null ? null : INSTANT.format(instant);
  }

  /** Nothing is escaped: what is escaped for HTML is wrong in plain text. */
  private static final class PlainText extends DefaultMustacheFactory {
    PlainText() {
      super(DIRECTORY);
    }

    @Override
    public void encode(String value, Writer writer) {
      try {
        writer.write(value);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
