package com.dotmac.platform.it.configuration;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import io.dropwizard.util.DataSize;
import io.dropwizard.util.Duration;
import io.dropwizard.validation.MinDataSize;
import io.dropwizard.validation.MinDuration;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Types, units and bounds of settings in words, as the class that reads them has them. */
final class Types {
  private static final Map<Class<?>, String> WORDS =
      Map.of(
          Duration.class,
          "duration, `500ms`, `10s`, `1m`",
          DataSize.class,
          "size, `64KiB`, `1MiB`",
          String.class,
          "text",
          boolean.class,
          "`true` or `false`",
          Boolean.class,
          "`true` or `false`");

  private Types() {}

  /** A value that no class but the library behind it knows. */
  static String ofText() {
    return "text";
  }

  /** The type of a property, with its bounds. */
  static String of(BeanPropertyDefinition property) {
    return Stream.concat(
            Stream.of(word(valueType(property.getPrimaryType()))),
            Stream.of(least(property), most(property)).flatMap(Optional::stream))
        .collect(Collectors.joining("; "));
  }

  private static Class<?> valueType(JavaType type) {
    return (type.isTypeOrSubTypeOf(Optional.class) ? type.containedType(0) : type).getRawClass();
  }

  private static String word(Class<?> type) {
    if (type.isEnum()) {
      return Arrays.stream(type.getEnumConstants())
          .map(constant -> "`" + constant.toString().toLowerCase(Locale.ROOT) + "`")
          .collect(Collectors.joining(", ", "one of ", ""));
    }
    boolean number = type.isPrimitive() || Number.class.isAssignableFrom(type);
    return WORDS.getOrDefault(type, number ? "whole number" : "text");
  }

  private static Optional<String> least(BeanPropertyDefinition property) {
    return Stream.of(
            bound(property, Min.class).map(min -> "" + min.value()),
            bound(property, MinDuration.class).map(min -> amount(min.value(), min.unit())),
            bound(property, MinDataSize.class).map(min -> amount(min.value(), min.unit())))
        .flatMap(Optional::stream)
        .filter(bound -> !bound.startsWith("0 "))
        .findFirst()
        .map("at least "::concat);
  }

  private static String amount(long value, Enum<?> unit) {
    String units = unit.name().toLowerCase(Locale.ROOT);
    return value + " " + (value == 1 ? units.replaceFirst("s$", "") : units);
  }

  private static Optional<String> most(BeanPropertyDefinition property) {
    return bound(property, Max.class).map(max -> "at most " + max.value());
  }

  private static <A extends Annotation> Optional<A> bound(
      BeanPropertyDefinition property, Class<A> annotation) {
    return Stream.of(property.getField(), property.getGetter(), property.getSetter())
        .filter(AnnotatedMember.class::isInstance)
        .map(AnnotatedMember.class::cast)
        .map(member -> (AnnotatedElement) member.getMember())
        .flatMap(member -> Stream.ofNullable(member.getAnnotation(annotation)))
        .findFirst();
  }
}
