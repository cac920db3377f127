package dev.boxoffice.defaults.problem;

import org.jspecify.annotations.Nullable;

/** Something this service depends on is down or too slow: answered 503, to be tried again. */
public final class UnavailableException extends RuntimeException {
  public UnavailableException(String what, @Nullable Throwable cause) {
    super(what, cause);
  }
}
