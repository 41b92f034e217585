package com.dotmac.platform.it.walk;

import java.util.List;

/** Texts that somebody did not think of. */
final class HostileText {
  private static final List<String> KNOWN =
      List.of(
          "",
          " ",
          "\u0000",
          "a\u0000b",
          "\ud800",
          "x\udc00y",
          "\u202egnp.exe",
          "\u2067\u2066x",
          "Z" + "\u0301\u0489\u0335".repeat(200),
          "\ud83d\udc69\u200d\ud83d\udc69\u200d\ud83d\udc67".repeat(20),
          "\u0130I\u0131i",
          "\ufb03\u00df\u1e9e",
          "\ufeff",
          "\uffff\ufffe\ufdd0",
          "\u2028\u2029\u0085\u000b",
          "\u001b[2J\u0007\b\t\r\n",
          "\u0661\u0662\u0663",
          "'; DROP TABLE partners; --",
          "' OR '1'='1",
          "\") OR (\"\"=\"",
          "1; COMMIT; --",
          "\\'; --",
          "$$ $1 :after ?",
          "%_!%%",
          "%s%n%x",
          "${env:HOME}#{1+1}{{7*7}}",
          "../../../../etc/passwd",
          "<script>alert(1)</script>",
          "x\r\nSet-Cookie: a=b\r\n\r\n",
          "null",
          "true",
          "TRUE",
          "yes",
          "NaN",
          "-0",
          "+5",
          "1e3",
          "1e400000000",
          "0x10",
          "9223372036854775808",
          "99999999999999999999999999",
          "2026-02-30T00:00:00Z",
          "2026-03-01",
          "2026-03-01T10:00:00+14:00",
          "+999999999-12-31T23:59:59.999999999Z",
          "-1000000000-01-01T00:00:00Z",
          "1772359200",
          "4102444800",
          "4102444800.5",
          "00000000-0000-0000-0000-000000000000",
          "1-1-1-1-1",
          "ffffffff-ffff-ffff-ffff-ffffffffffffffff",
          "AAAAAAAAAAAAAAAAAAAAAA",
          "AAAAAAAAAAAAAAAAAAAAAA==",
          "a@b",
          "\"a b\"@example.com",
          "a@\u4f8b\u3048.example",
          "http://user:pass@[::1]:99999/",
          "javascript:alert(1)",
          "UTC+25",
          "Etc/../UTC",
          "xxx",
          "XXX",
          "EUR ",
          "\"0\"",
          "W/\"0\"",
          "*",
          "\"99999999999\"");

  private HostileText() {}

  /** One of those that are known to hurt, a long one, or any. */
  static String by(Chance chance) {
    return switch (chance.below(8)) {
      case 0 -> "x".repeat(chance.of(List.of(63, 64, 100, 101, 254, 255, 256, 501, 5_000)));
      case 1 -> any(chance);
      case 2 -> chance.of(KNOWN) + chance.of(KNOWN);
      default -> chance.of(KNOWN);
    };
  }

  private static String any(Chance chance) {
    StringBuilder text = new StringBuilder();
    for (int left = chance.below(40); left >= 0; left--) {
      switch (chance.below(4)) {
        case 0 -> text.appendCodePoint(chance.below(0x80));
        case 1 -> text.appendCodePoint(chance.below(0x3000));
        case 2 -> text.append((char) chance.below(0x10000));
        default -> text.appendCodePoint(chance.below(0x110000));
      }
    }
    return text.toString();
  }
}
