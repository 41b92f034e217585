package com.dotmac.platform.app.http;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The text is a whole number of minor units within 15 digits: far beyond any invoice, and no sum of
 * them leaves 64 bits. {@code null} is valid.
 */
@Constraint(validatedBy = Amount.Validator.class)
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER, ElementType.TYPE_USE})
public @interface Amount {

  /** The form, for JSON Schema. */
  String FORM = "-?(0|[1-9][0-9]{0,14})";

  /** What is wrong. */
  String message() default
      "must be a whole number of minor units as text, with at most 15 digits; \"1470\" of USD is"
          + " 14.70 dollars";

  /** For Jakarta Validation. */
  Class<?>[] groups() default {};

  /** For Jakarta Validation. */
  Class<? extends Payload>[] payload() default {};

  /** Compares with the form. */
  final class Validator implements ConstraintValidator<Amount, String> {
    private static final Pattern PATTERN = Pattern.compile(FORM);

    @Override
    public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
      return text == null || PATTERN.matcher(text).matches();
    }
  }
}
