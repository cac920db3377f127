package dev.boxoffice.defaults.problem;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.BindException;
import org.springframework.validation.method.ParameterErrors;
import org.springframework.web.bind.MissingRequestValueException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Which fields of a request were wrong, read from Spring's and Jackson's exceptions. */
final class RequestErrors {
  private static final String BODY = "body";
  private static final String INVALID = "is not valid";

  private RequestErrors() {}

  static List<FieldError> of(Exception exception) {
    return switch (exception) {
      case BindException e ->
          e.getAllErrors().stream()
              .map(
                  error ->
                      error instanceof org.springframework.validation.FieldError field
                          ? new FieldError(field.getField(), message(field))
                          : new FieldError(BODY, message(error)))
              .toList();
      case HandlerMethodValidationException e -> ofParameters(e);
      case MethodArgumentTypeMismatchException e ->
          List.of(new FieldError(e.getName(), Wanted.of(e.getRequiredType())));
      case TypeMismatchException e ->
          List.of(
              new FieldError(
                  Objects.requireNonNullElse(e.getPropertyName(), BODY),
                  Wanted.of(e.getRequiredType())));
      case MissingRequestValueException e ->
          List.of(new FieldError("request", Objects.requireNonNullElse(e.getMessage(), INVALID)));
      case HttpMessageNotReadableException e -> List.of(ofBody(e.getCause()));
      default -> List.of(new FieldError("request", INVALID));
    };
  }

  private static List<FieldError> ofParameters(HandlerMethodValidationException exception) {
    List<FieldError> errors = new ArrayList<>();
    for (var result : exception.getParameterValidationResults()) {
      if (result instanceof ParameterErrors body) {
        body.getFieldErrors().forEach(f -> errors.add(new FieldError(f.getField(), message(f))));
      } else {
        String name =
            Objects.requireNonNullElse(result.getMethodParameter().getParameterName(), "request");
        result.getResolvableErrors().forEach(e -> errors.add(new FieldError(name, message(e))));
      }
    }
    return errors;
  }

  private static FieldError ofBody(@Nullable Throwable cause) {
    return switch (cause) {
      case UnrecognizedPropertyException e -> new FieldError(path(e), "is not a known field");
      case InvalidFormatException e -> new FieldError(path(e), Wanted.of(e.getTargetType()));
      case MismatchedInputException e -> new FieldError(path(e), Wanted.of(e.getTargetType()));
      case DatabindException e -> new FieldError(path(e), INVALID);
      case InputCoercionException e ->
          new FieldError(path(e.processor()), "is a number out of range");
      case JacksonException e -> new FieldError(BODY, "is not well-formed JSON");
      case null, default -> new FieldError(BODY, "is missing or not readable");
    };
  }

  /** The path in the caller's words: {@code scans[0].qr}. */
  private static String path(JacksonException exception) {
    StringBuilder path = new StringBuilder();
    for (JacksonException.Reference step : exception.getPath()) {
      if (step.getPropertyName() == null) {
        path.append('[').append(step.getIndex()).append(']');
      } else {
        path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
      }
    }
    return path.isEmpty() ? BODY : path.toString();
  }

  /** Where the reader was: a number too large is noticed before the exception has a path. */
  private static String path(@Nullable JsonParser parser) {
    StringBuilder path = new StringBuilder();
    for (TokenStreamContext at = parser == null ? null : parser.streamReadContext();
        at != null && !at.inRoot();
        at = at.getParent()) {
      String step = at.inArray() ? "[" + at.getCurrentIndex() + "]" : at.currentName();
      path.insert(0, step + (path.isEmpty() || path.charAt(0) == '[' ? "" : "."));
    }
    return path.isEmpty() ? BODY : path.toString();
  }

  private static String message(MessageSourceResolvable error) {
    return Objects.requireNonNullElse(error.getDefaultMessage(), INVALID);
  }
}
