package com.dotmac.platform.migrator.target;

import com.dotmac.platform.migrator.outcome.ExitCode;
import com.dotmac.platform.migrator.outcome.Refusal;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;
import org.postgresql.PGProperty;

/**
 * Reads the address of a database in either of the two forms that platforms hand out: {@code
 * jdbc:postgresql://host:port/db?params} and {@code postgres://user:password@host:port/db?params}.
 *
 * <p>Credentials in the address win over those given beside it, as they do in the driver. Never
 * repeats an address in a message: it may hold a password.
 */
public final class DatabaseUrl {
  private static final String JDBC = "jdbc:postgresql:";

  private DatabaseUrl() {}

  /**
   * The target that an address and the credentials beside it name.
   *
   * @param user role, or {@code null} when only the address names one
   * @param password its password, or {@code null}
   * @param properties further driver settings
   * @throws Refusal when the address is not one of a PostgreSQL database
   */
  public static Target parse(
      String url,
      @Nullable String user,
      @Nullable String password,
      Map<String, String> properties) {
    String trimmed = url.trim();
    boolean uri = trimmed.startsWith("postgres://") || trimmed.startsWith("postgresql://");
    if (!uri && !trimmed.startsWith(JDBC)) {
      throw wrong("It begins with neither jdbc:postgresql: nor postgres://.", null);
    }
    Map<String, String> credentials = new LinkedHashMap<>();
    String jdbc = uri ? fromUri(trimmed, credentials) : trimmed;
    Properties parsed = Driver.parseURL(jdbc, new Properties());
    if (parsed == null) {
      throw wrong("The driver cannot read it: host, port or database is malformed.", null);
    }
    String host = firstOfList(PGProperty.PG_HOST.getOrDefault(parsed), "localhost");
    String port = firstOfList(PGProperty.PG_PORT.getOrDefault(parsed), "5432");
    String role = first(credentials.get("user"), PGProperty.USER.getOrDefault(parsed), user);
    String secret =
        first(credentials.get("password"), PGProperty.PASSWORD.getOrDefault(parsed), password);
    String database = first(PGProperty.PG_DBNAME.getOrDefault(parsed), role);
    return new Target(
        jdbc, host, Integer.parseInt(port), database, role, secret, Map.copyOf(properties));
  }

  private static String fromUri(String url, Map<String, String> credentials) {
    URI uri;
    try {
      uri = new URI(url);
    } catch (URISyntaxException e) {
      throw wrong("Character " + (e.getIndex() + 1) + " may have to be percent-encoded.", null);
    }
    String authority = uri.getRawAuthority();
    if (authority == null) {
      throw wrong("It names no host.", null);
    }
    int at = authority.lastIndexOf('@');
    if (at >= 0) {
      String[] parts = authority.substring(0, at).split(":", 2);
      credentials.put("user", decoded(parts[0]));
      if (parts.length == 2) {
        credentials.put("password", decoded(parts[1]));
      }
    }
    String query = uri.getRawQuery();
    String path = uri.getRawPath() == null ? "" : uri.getRawPath();
    return JDBC
        + "//"
        + authority.substring(at + 1)
        + (path.isEmpty() ? "/" : path)
        + (query == null ? "" : "?" + query);
  }

  private static String decoded(String text) {
    // In this part of an address a plus is a plus; only the decoder of forms makes it a space.
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  private static String firstOfList(@Nullable String list, String otherwise) {
    String all = list == null ? otherwise : list;
    int comma = all.indexOf(',');
    return comma < 0 ? all : all.substring(0, comma);
  }

  private static String first(@Nullable String... candidates) {
    for (String candidate : candidates) {
      if (candidate != null && !candidate.isEmpty()) {
        return candidate;
      }
    }
    return "";
  }

  private static Refusal wrong(String why, @Nullable Throwable cause) {
    return new Refusal(
        ExitCode.UNREACHABLE,
        "the address of the database is not one of a PostgreSQL database",
        why + " (It is not repeated here, it may hold a password.)",
        "set DATABASE_URL, or database.url in the configuration file, to\n"
            + "jdbc:postgresql://HOST:PORT/DATABASE or postgres://USER:PASSWORD@HOST:PORT/DATABASE",
        cause);
  }
}
