package com.dotmac.platform.it.security;

import com.dotmac.platform.app.auth.OpenToAll;
import com.dotmac.platform.app.auth.Requires;
import com.dotmac.platform.domain.identity.Permission;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * An endpoint as its resource class declares it.
 *
 * @param verb HTTP method
 * @param template path with placeholders
 * @param permission what it requires
 * @param required query parameters that it cannot do without
 */
public record Endpoint(String verb, String template, Permission permission, List<String> required) {
  static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");

  private static final List<Endpoint> ALL =
      new ClassFileImporter()
          .importPackages("com.dotmac.platform.app").stream()
              .filter(type -> type.isAnnotatedWith(Path.class))
              .map(JavaClass::reflect)
              .flatMap(Endpoint::of)
              .sorted(Comparator.comparing(Endpoint::toString))
              .toList();

  /** Every endpoint of every resource class of the application that asks for a credential. */
  public static List<Endpoint> all() {
    return ALL;
  }

  private static Stream<Endpoint> of(Class<?> resource) {
    return Arrays.stream(resource.getDeclaredMethods())
        .filter(method -> !method.isAnnotationPresent(OpenToAll.class))
        .flatMap(
            method ->
                verbs(method).map(verb -> new Endpoint(verb, path(resource, method), method)));
  }

  private Endpoint(String verb, String template, Method method) {
    this(
        verb,
        template,
        Objects.requireNonNull(method.getAnnotation(Requires.class), template).value(),
        Arrays.stream(method.getParameters())
            .filter(parameter -> parameter.isAnnotationPresent(NotNull.class))
            .map(parameter -> parameter.getAnnotation(QueryParam.class))
            .filter(Objects::nonNull)
            .map(QueryParam::value)
            .toList());
  }

  private static Stream<String> verbs(Method method) {
    return Arrays.stream(method.getAnnotations())
        .map(Annotation::annotationType)
        .map(type -> type.getAnnotation(HttpMethod.class))
        .filter(Objects::nonNull)
        .map(HttpMethod::value);
  }

  private static String path(Class<?> resource, Method method) {
    Path under = method.getAnnotation(Path.class);
    String base = Objects.requireNonNull(resource.getAnnotation(Path.class)).value();
    return under == null ? base : base + under.value();
  }

  /** Whether the path names a resource. */
  boolean namesSomething() {
    return PLACEHOLDER.matcher(template).find();
  }

  /** The address with this in place of each placeholder, and of each required parameter. */
  public String address(UnaryOperator<String> valueOf) {
    String path = PLACEHOLDER.matcher(template).replaceAll(match -> valueOf.apply(match.group(1)));
    return required.isEmpty()
        ? path
        : path
            + "?"
            + String.join(
                "&", required.stream().map(name -> name + "=" + valueOf.apply(name)).toList());
  }

  /** The address of something that nobody has. */
  String addressOfNothing() {
    return address(name -> name.equals("number") ? "ZZZ-999999" : UUID.randomUUID().toString());
  }

  @Override
  public String toString() {
    return verb + " " + template;
  }
}
