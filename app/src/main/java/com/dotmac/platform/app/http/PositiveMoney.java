package com.dotmac.platform.app.http;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/** The amount of money is more than nothing. {@code null} is valid. */
@Constraint(validatedBy = PositiveMoney.Validator.class)
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER, ElementType.TYPE_USE})
public @interface PositiveMoney {

  /** What is wrong. */
  String message() default "must be more than nothing";

  /** For Jakarta Validation. */
  Class<?>[] groups() default {};

  /** For Jakarta Validation. */
  Class<? extends Payload>[] payload() default {};

  /** Looks at the text, whose form is checked beside it. */
  final class Validator implements ConstraintValidator<PositiveMoney, MoneyJson> {
    @Override
    public boolean isValid(@Nullable MoneyJson money, ConstraintValidatorContext context) {
      return money == null
          || money.amount() == null
          || !(money.amount().startsWith("-") || money.amount().equals("0"));
    }
  }
}
