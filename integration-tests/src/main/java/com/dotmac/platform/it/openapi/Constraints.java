package com.dotmac.platform.it.openapi;

import com.dotmac.platform.app.http.Amount;
import com.dotmac.platform.app.http.CountryCode;
import com.dotmac.platform.app.http.CurrencyCode;
import com.dotmac.platform.app.http.Quantity;
import com.dotmac.platform.app.http.Rate;
import com.dotmac.platform.app.http.TimeZoneName;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.validation.Constraint;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import org.hibernate.validator.constraints.URL;

/** Says in JSON Schema what Bean Validation checks. */
final class Constraints {
  private static final String RATE = "^(0(\\.\\d{1,6})?|1(\\.0{1,6})?)$";

  private Constraints() {}

  /**
   * Adds the constraints of a type to its schema.
   *
   * @throws IllegalStateException at one that this does not know, so that none is kept from callers
   */
  static void add(ObjectNode schema, AnnotatedElement type) {
    for (Annotation annotation : type.getAnnotations()) {
      add(schema, annotation);
    }
  }

  /** Whether there must be a value. */
  static boolean demandsValue(AnnotatedElement type) {
    return type.isAnnotationPresent(NotNull.class)
        || type.isAnnotationPresent(NotBlank.class)
        || type.isAnnotationPresent(NotEmpty.class);
  }

  private static void add(ObjectNode schema, Annotation annotation) {
    if (annotation instanceof NotBlank) {
      schema.put("minLength", 1);
    } else if (annotation instanceof NotEmpty) {
      schema.put("min" + counted(schema), 1);
    } else if (annotation instanceof Size size) {
      bounds(schema, size);
    } else if (annotation instanceof Min min) {
      schema.put("minimum", min.value());
    } else if (annotation instanceof Max max) {
      schema.put("maximum", max.value());
    } else if (annotation instanceof Email) {
      schema.put("format", "email");
    } else if (annotation instanceof URL url) {
      schema.put("format", "uri").put("pattern", whole(url.regexp()));
    } else if (annotation instanceof Pattern pattern) {
      schema.put("pattern", whole(pattern.regexp()));
    } else if (annotation instanceof Amount amount) {
      schema.put("pattern", whole(Amount.FORM)).put("description", sentence(amount.message()));
    } else if (annotation instanceof CountryCode code) {
      schema.put("pattern", "^[A-Z]{2}$").put("description", sentence(code.message()));
    } else if (annotation instanceof CurrencyCode code) {
      schema.put("pattern", "^[A-Z]{3}$").put("description", sentence(code.message()));
    } else if (annotation instanceof TimeZoneName zone) {
      schema.put("description", sentence(zone.message()));
    } else if (annotation instanceof Quantity quantity) {
      schema.put("pattern", whole(Quantity.FORM)).put("description", sentence(quantity.message()));
    } else if (annotation instanceof Rate rate) {
      schema.put("pattern", RATE).put("description", sentence(rate.message()));
    } else if (!(annotation instanceof NotNull)
        && annotation.annotationType().isAnnotationPresent(Constraint.class)) {
      throw new IllegalStateException(
          "Tell Constraints how " + annotation.annotationType() + " is said in JSON Schema");
    }
  }

  private static void bounds(ObjectNode schema, Size size) {
    String what = counted(schema);
    if (size.min() > 0) {
      schema.put("min" + what, size.min());
    }
    if (size.max() < Integer.MAX_VALUE) {
      schema.put("max" + what, size.max());
    }
  }

  private static String counted(ObjectNode schema) {
    return switch (schema.path("type").asText()) {
      case "object" -> "Properties";
      case "array" -> "Items";
      default -> "Length";
    };
  }

  private static String whole(String pattern) {
    return "^(?:" + pattern + ")$";
  }

  private static String sentence(String message) {
    return Character.toUpperCase(message.charAt(0)) + message.substring(1) + ".";
  }
}
