package dev.boxoffice.defaults.problem;

import java.util.List;

/** A request that no state of the system could satisfy: answered 400 with the fields at fault. */
public final class MalformedRequestException extends RuntimeException {
  private final transient List<FieldError> errors;

  public MalformedRequestException(String field, String message) {
    this(List.of(new FieldError(field, message)));
  }

  public MalformedRequestException(List<FieldError> errors) {
    super(errors.toString());
    this.errors = List.copyOf(errors);
  }

  public List<FieldError> errors() {
    return errors;
  }
}
