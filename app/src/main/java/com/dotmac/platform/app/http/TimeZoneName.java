package com.dotmac.platform.app.http;

import com.dotmac.platform.domain.tenancy.TimeZones;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/** The text is a name of the IANA time zone database. {@code null} is valid. */
@Constraint(validatedBy = TimeZoneName.Validator.class)
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER, ElementType.TYPE_USE})
public @interface TimeZoneName {

  /** What is wrong. */
  String message() default "must be a name of the IANA time zone database, such as Europe/Berlin";

  /** For Jakarta Validation. */
  Class<?>[] groups() default {};

  /** For Jakarta Validation. */
  Class<? extends Payload>[] payload() default {};

  /** Looks the name up in the table of the Java platform. */
  final class Validator implements ConstraintValidator<TimeZoneName, String> {
    @Override
    public boolean isValid(@Nullable String name, ConstraintValidatorContext context) {
      return name == null || TimeZones.isKnown(name);
    }
  }
}
