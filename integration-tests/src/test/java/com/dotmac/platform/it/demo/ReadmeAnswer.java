package com.dotmac.platform.it.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How one partner of the demo stands, as the README shows it and as the platform answers. */
final class ReadmeAnswer {
  private static final Pattern BLOCK =
      Pattern.compile("^```json$(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);

  private ReadmeAnswer() {}

  /**
   * The answer that the README shows: its first block of JSON.
   *
   * @throws IllegalStateException if it shows none
   */
  static Map<String, String> of(String readme) throws IOException {
    Matcher block = BLOCK.matcher(readme);
    if (!block.find()) {
      throw new IllegalStateException("The README shows no answer in a json block");
    }
    return amounts(new ObjectMapper().readTree(block.group(1)));
  }

  /** The amounts of an answer: those of the books in its only currency, and the drift. */
  static Map<String, String> shortened(String answer) throws IOException {
    JsonNode items = new ObjectMapper().readTree(answer).path("items");
    if (items.size() != 1) {
      throw new IllegalStateException("Not in one currency: " + answer);
    }
    return amounts(items.get(0));
  }

  private static Map<String, String> amounts(JsonNode inCurrency) {
    Map<String, String> amounts = new LinkedHashMap<>();
    amounts.put("currency", inCurrency.path("currency").asText());
    amounts.put("drift", inCurrency.at("/drift/amount").asText());
    inCurrency
        .path("books")
        .properties()
        .forEach(field -> amounts.put(field.getKey(), field.getValue().path("amount").asText()));
    return amounts;
  }
}
