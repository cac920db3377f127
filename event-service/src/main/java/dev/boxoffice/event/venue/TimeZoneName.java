package dev.boxoffice.event.venue;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** A time zone of the IANA database, such as {@code Asia/Kolkata}; an offset is not one. */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = TimeZoneName.Check.class)
@interface TimeZoneName {
  String message() default "must be an IANA time zone such as Asia/Kolkata";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};

  /** Null is for {@code @NotNull} to refuse. */
  final class Check implements ConstraintValidator<TimeZoneName, String> {
    @Override
    public boolean isValid(@Nullable String name, ConstraintValidatorContext context) {
      return name == null || ZoneId.getAvailableZoneIds().contains(name);
    }
  }
}
