package com.dotmac.platform.app.http;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The text is an ISO 3166-1 alpha-2 code that is in use. {@code null} is valid. */
@Constraint(validatedBy = CountryCode.Validator.class)
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER, ElementType.TYPE_USE})
public @interface CountryCode {

  /** What is wrong. */
  String message() default "must be a country code of ISO 3166-1 alpha-2, such as DE";

  /** For Jakarta Validation. */
  Class<?>[] groups() default {};

  /** For Jakarta Validation. */
  Class<? extends Payload>[] payload() default {};

  /** Looks the code up in the table of the Java platform. */
  final class Validator implements ConstraintValidator<CountryCode, String> {
    private static final Set<String> CODES = Set.of(Locale.getISOCountries());

    @Override
    public boolean isValid(@Nullable String code, ConstraintValidatorContext context) {
      return code == null || CODES.contains(code);
    }
  }
}
