package com.dotmac.platform.it.walk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** Bodies that are nearly right: the one that works, with something done to it. */
final class HostileJson {
  /** JSON, and what only looks like it. */
  private static final List<String> VALUES =
      List.of(
          "null",
          "true",
          "0",
          "-0",
          "-1",
          "1.5",
          "1e2",
          "1e400",
          "1E-400",
          "1e400000000",
          "2147483648",
          "4102444800",
          "9223372036854775808",
          "1".repeat(100),
          "1".repeat(101),
          "0." + "3".repeat(90),
          "{}",
          "[]",
          "[null]",
          "[[]]",
          "{\"\":\"\"}",
          "{\"a\":{\"b\":[1,2,{}]}}",
          "[1,\"a\",true]",
          "NaN",
          "-Infinity",
          "'a'",
          "01",
          "+1",
          ".5",
          "1.",
          "\"\\x\"",
          "\"\\u12\"",
          "\"\\ud800\"",
          "\"\\u0000\"",
          "\"\t\"",
          "\"",
          "tru",
          "/* a */ 1",
          "undefined");

  private static final List<Charset> ALPHABETS =
      List.of(
          StandardCharsets.UTF_16,
          StandardCharsets.UTF_16LE,
          StandardCharsets.ISO_8859_1,
          Charset.forName("UTF-32"));

  private HostileJson() {}

  /**
   * A body, each character of which is a byte.
   *
   * @param good the one that works
   * @param known names of the fields that the operation takes
   */
  static String by(Chance chance, JsonNode good, List<String> known) {
    List<String[]> fields = new ArrayList<>();
    for (Map.Entry<String, JsonNode> field : good.properties()) {
      fields.add(new String[] {quoted(field.getKey()), field.getValue().toString()});
    }
    if (chance.onceIn(4)) {
      return bent(chance, text(fields));
    }
    change(chance, fields, known);
    if (chance.onceIn(4)) {
      change(chance, fields, known);
    }
    return asBytes(text(fields), StandardCharsets.UTF_8);
  }

  private static void change(Chance chance, List<String[]> fields, List<String> known) {
    String name = known.isEmpty() ? "reason" : chance.of(known);
    switch (chance.below(9)) {
      case 8 -> {
        if (!fields.isEmpty()) {
          String[] field = fields.get(chance.below(fields.size()));
          field[1] = alike(chance, field[1]);
        }
      }
      case 0 -> fields.add(new String[] {quoted(HostileText.by(chance)), value(chance)});
      case 1 -> fields.add(new String[] {quoted(name), value(chance)});
      case 2 -> {
        if (!fields.isEmpty()) {
          fields.remove(chance.below(fields.size()));
        }
      }
      case 3 -> fields.add(new String[] {quoted("n".repeat(250 + chance.below(20))), "1"});
      default -> {
        fields.removeIf(field -> field[0].equals(quoted(name)));
        fields.add(new String[] {quoted(name), value(chance)});
      }
    }
  }

  /** What a lenient reader would take for the same value. */
  private static String alike(Chance chance, String json) {
    if (!json.startsWith("\"")) {
      return "\"" + json.replace("\"", "\\\"") + "\"";
    }
    String text = json.substring(1, json.length() - 1);
    return switch (chance.below(6)) {
      case 0 -> "\"" + text.toUpperCase(Locale.ROOT) + "\"";
      case 1 -> "\"" + text.toUpperCase(Locale.forLanguageTag("tr")) + "\"";
      case 2 -> "\" " + text + "\\t\"";
      case 3 -> "\"\u00a0" + text + "\u200b\"";
      case 4 -> "[" + json + "]";
      default ->
          text.matches("[0-9a-f-]{36}")
              ? "\"" + base64(UUID.fromString(text)) + "\""
              : "{" + json + ":1}";
    };
  }

  private static String base64(UUID id) {
    byte[] bytes =
        ByteBuffer.allocate(16)
            .putLong(id.getMostSignificantBits())
            .putLong(id.getLeastSignificantBits())
            .array();
    return Base64.getEncoder().encodeToString(bytes);
  }

  private static String value(Chance chance) {
    return switch (chance.below(6)) {
      case 0 -> deep(chance);
      case 1, 2, 3 -> quoted(HostileText.by(chance));
      case 4 -> "[" + quoted(HostileText.by(chance)) + "," + chance.of(VALUES) + "]";
      default -> chance.of(VALUES);
    };
  }

  private static String deep(Chance chance) {
    int depth = chance.of(List.of(2, 30, 31, 32, 33, 1_000, 9_000));
    return chance.onceIn(2)
        ? "[".repeat(depth) + "]".repeat(depth)
        : "{\"a\":".repeat(depth) + "1" + "}".repeat(depth);
  }

  private static String bent(Chance chance, String body) {
    String plain = asBytes(body, StandardCharsets.UTF_8);
    return switch (chance.below(9)) {
      case 0 -> plain.substring(0, chance.below(plain.length() + 1));
      case 1 -> random(chance, 1 + chance.below(60));
      case 2 -> asBytes(body, chance.of(ALPHABETS));
      case 3 -> asBytes("\ufeff" + body, StandardCharsets.UTF_8);
      case 4 -> "[" + plain + "]";
      case 5 -> plain + chance.of(List.of(plain, "x", "}", ",", "\u0000", " null"));
      case 6 -> asBytes(value(chance), StandardCharsets.UTF_8);
      case 7 -> chance.of(List.of("", " ", "\n", "{", "}", "{,}", "{\"a\"}", "{a:1}"));
      default -> {
        int place = chance.below(plain.length());
        yield plain.substring(0, place) + random(chance, 1) + plain.substring(place + 1);
      }
    };
  }

  private static String random(Chance chance, int count) {
    return new String(chance.bytes(count), StandardCharsets.ISO_8859_1);
  }

  /** A text as it is sent: each character of the result is a byte. */
  static String asBytes(String text, Charset alphabet) {
    return new String(text.getBytes(alphabet), StandardCharsets.ISO_8859_1);
  }

  private static String text(List<String[]> fields) {
    StringBuilder text = new StringBuilder("{");
    for (String[] field : fields) {
      text.append(text.length() == 1 ? "" : ",").append(field[0]).append(':').append(field[1]);
    }
    return text.append('}').toString();
  }

  /** As JSON; a lone surrogate as the escape that it would be sent as. */
  private static String quoted(String text) {
    StringBuilder json = new StringBuilder();
    TextNode.valueOf(text)
        .toString()
        .chars()
        .forEach(
            unit ->
                json.append(
                    Character.isSurrogate((char) unit)
                        ? "\\u%04x".formatted(unit)
                        : String.valueOf((char) unit)));
    return json.toString();
  }
}
