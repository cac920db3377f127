package dev.boxoffice.local.stack;

/**
 * A part of the local stack could not be started, reached or stopped. The message is for people.
 */
public final class StackException extends RuntimeException {

  public StackException(String message) {
    super(message);
  }

  public StackException(String message, Throwable cause) {
    super(message, cause);
  }
}
