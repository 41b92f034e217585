package com.dotmac.platform.it.openapi;

import com.dotmac.platform.app.auth.OpenToAll;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The whole description in one order, whatever the order of classes and methods is on this machine.
 */
public final class Document {
  static final String CREDENTIAL = "apiKey";

  private static final String DESCRIPTION =
      """
      A credential belongs to one tenant and sees nothing else; what belongs to another is not found.

      **Lists** run from the newest to the oldest, page by page: send `nextCursor` as `cursor`. \
      **Changes** are JSON merge patches (RFC 7396) and say in `If-Match` which version they are based on. \
      **Refusals** are problem details (RFC 9457): decide by `code`. \
      **Instants** are RFC 3339 in UTC. A parameter or field that is not described is refused; \
      an answer may get more fields.

      **A POST** may be repeated under an `Idempotency-Key`: it is done once. \
      **Rates** are limited for each credential; each answer says what is left. \
      **Every answer** carries `X-Request-Id`, `Cache-Control: no-store`, `X-Content-Type-Options: nosniff`, \
      `Referrer-Policy` and `Content-Security-Policy`.

      An address that does not exist is refused with 404, a method that it does not have with 405, a request that is \
      no HTTP/1.1 with 400, 501 or 505, an `Expect` that cannot be met with 417: all with a problem.
      """;

  private final Comments comments;
  private final Schemas schemas;
  private final Problems problems;
  private final Operations operations;

  private Document(java.nio.file.Path repository, Examples examples) {
    comments = new Comments(repository);
    schemas = new Schemas(comments);
    problems = new Problems(schemas, comments);
    operations = new Operations(comments, schemas, problems, examples);
  }

  /**
   * The text of the description.
   *
   * @param resources every class with a path; methods outside of the API that are open to all are
   *     left out
   * @param examples what was played
   * @param repository root of the sources, whose comments are taken
   * @throws IllegalStateException if an endpoint says something that cannot be described yet, or
   *     too little
   */
  public static String of(
      List<Class<?>> resources, Examples examples, java.nio.file.Path repository) {
    return Nodes.text(new Document(repository, examples).describe(resources));
  }

  private ObjectNode describe(List<Class<?>> resources) {
    ObjectNode document = Nodes.object().put("openapi", "3.1.0");
    ObjectNode info = document.putObject("info");
    info.put("title", "Dotmac Platform API").put("version", "v1").put("description", DESCRIPTION);
    info.putObject("license").put("name", "Apache-2.0").put("identifier", "Apache-2.0");
    document.putArray("servers").addObject().put("url", "/");
    ArrayNode tags = document.putArray("tags");
    Map<String, Map<String, ObjectNode>> paths = new TreeMap<>();
    resources.stream()
        .filter(type -> !endpoints(type).isEmpty())
        .sorted(Comparator.comparing(Document::tag))
        .forEach(
            type -> {
              tags.addObject().put("name", tag(type)).put("description", comments.of(type));
              endpoints(type).forEach(method -> add(type, method, paths));
            });
    ObjectNode described = document.putObject("paths");
    paths.forEach((path, verbs) -> verbs.forEach(described.withObjectProperty(path)::set));
    ObjectNode components = document.putObject("components");
    schemas.named().forEach(components.putObject("schemas")::set);
    problems.responses().forEach(components.putObject("responses")::set);
    components.set("parameters", Parameters.shared());
    problems.examples().forEach(components.putObject("examples")::set);
    components.set("headers", Headers.described());
    ObjectNode credential = components.putObject("securitySchemes").putObject(CREDENTIAL);
    credential.put("type", "http").put("scheme", "bearer");
    credential.put(
        "description",
        "An API key, `Authorization: Bearer dmk_…`, the access token of a person who signed in, or a token of a person "
            + "from an OpenID provider that the installation trusts.");
    return document;
  }

  private void add(Class<?> type, Method method, Map<String, Map<String, ObjectNode>> paths) {
    Path under = method.getAnnotation(Path.class);
    String base = Objects.requireNonNull(type.getAnnotation(Path.class)).value();
    String path = under == null ? base : base + under.value();
    verbs(method)
        .forEach(
            verb ->
                paths
                    .computeIfAbsent(path, first -> new TreeMap<>())
                    .put(
                        verb.toLowerCase(Locale.ROOT),
                        operations.of(method, verb + " " + path, tag(type))));
  }

  private static List<Method> endpoints(Class<?> type) {
    return Arrays.stream(type.getDeclaredMethods())
        .filter(method -> isOfTheApi(type) || !method.isAnnotationPresent(OpenToAll.class))
        .filter(method -> verbs(method).findAny().isPresent())
        .sorted(Comparator.comparing(Method::getName))
        .toList();
  }

  private static boolean isOfTheApi(Class<?> type) {
    return Objects.requireNonNull(type.getAnnotation(Path.class)).value().startsWith("/api/");
  }

  private static Stream<String> verbs(Method method) {
    return Arrays.stream(method.getAnnotations())
        .map(Annotation::annotationType)
        .map(annotation -> annotation.getAnnotation(HttpMethod.class))
        .filter(Objects::nonNull)
        .map(HttpMethod::value);
  }

  /** {@code /api/v1/partners/{partnerId}/users} is "Partners: users". */
  private static String tag(Class<?> type) {
    Path path = Objects.requireNonNull(type.getAnnotation(Path.class));
    String words =
        Stream.of(path.value().split("/", -1))
            .skip(3)
            .filter(part -> !part.startsWith("{"))
            .map(part -> part.replace('-', ' '))
            .collect(Collectors.joining(": "));
    return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }
}
