package dev.boxoffice.defaults.event;

import org.jspecify.annotations.Nullable;

/** An event that no retry will make readable: it goes to the dead-letter topic at once. */
public final class MalformedEventException extends RuntimeException {
  MalformedEventException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
