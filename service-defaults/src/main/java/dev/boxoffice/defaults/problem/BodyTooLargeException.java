package dev.boxoffice.defaults.problem;

import java.io.IOException;

/** A request body went over its limit while it was read: answered 413. */
public final class BodyTooLargeException extends IOException {
  private final long limitBytes;

  public BodyTooLargeException(long limitBytes) {
    super("body over " + limitBytes + " bytes");
    this.limitBytes = limitBytes;
  }

  public long limitBytes() {
    return limitBytes;
  }
}
