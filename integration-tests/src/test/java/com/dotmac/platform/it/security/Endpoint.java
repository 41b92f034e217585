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
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An endpoint as its resource class declares it.
 *
 * @param verb HTTP method
 * @param template path with placeholders
 * @param permission what it requires; {@code null}: none
 * @param required query parameters that it cannot do without
 */
public record Endpoint(
    String verb, String template, @Nullable Permission permission, List<String> required) {
  static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");

  private static final List<Endpoint> ALL =
      of(method -> !method.isAnnotationPresent(OpenToAll.class));
  private static final List<Endpoint> OPEN =
      of(method -> method.isAnnotationPresent(OpenToAll.class)).stream()
          .filter(endpoint -> endpoint.template.startsWith("/api/"))
          .toList();

  /** Every endpoint of every resource class of the application that asks for a credential. */
  public static List<Endpoint> all() {
    return ALL;
  }

  /** Every endpoint of the API, also those that are open to all. */
  public static List<Endpoint> inTheApi() {
    return Stream.concat(ALL.stream(), OPEN.stream()).toList();
  }

  private static List<Endpoint> of(Predicate<Method> which) {
    return new ClassFileImporter()
        .importPackages("com.dotmac.platform.app").stream()
            .filter(type -> type.isAnnotatedWith(Path.class))
            .map(JavaClass::reflect)
            .flatMap(type -> of(type, which))
            .sorted(Comparator.comparing(Endpoint::toString))
            .toList();
  }

  private static Stream<Endpoint> of(Class<?> resource, Predicate<Method> which) {
    return Arrays.stream(resource.getDeclaredMethods())
        .filter(which)
        .flatMap(
            method ->
                verbs(method).map(verb -> new Endpoint(verb, path(resource, method), method)));
  }

  private Endpoint(String verb, String template, Method method) {
    this(
        verb,
        template,
        permission(method),
        Arrays.stream(method.getParameters())
            .filter(parameter -> parameter.isAnnotationPresent(NotNull.class))
            .map(parameter -> parameter.getAnnotation(QueryParam.class))
            .filter(Objects::nonNull)
            .map(QueryParam::value)
            .toList());
  }

  private static @Nullable Permission permission(Method method) {
    Requires requires = method.getAnnotation(Requires.class);
    return requires == null ? null : requires.value();
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

  /** Whether it is for callers of the platform's own tenant. */
  public boolean isOfThePlatform() {
    return permission != null && permission.isOfThePlatform();
  }

  /** Whether it is about a tenant's data, and not about the caller himself. */
  boolean isAboutTheTenant() {
    return permission != null && !permission.isOfThePlatform();
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
  public String addressOfNothing() {
    return address(name -> name.equals("number") ? "ZZZ-999999" : UUID.randomUUID().toString());
  }

  @Override
  public String toString() {
    return verb + " " + template;
  }
}
