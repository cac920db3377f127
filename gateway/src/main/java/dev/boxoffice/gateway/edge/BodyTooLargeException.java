package dev.boxoffice.gateway.edge;

/** A body of unknown length turned out to be over the limit of its call. */
final class BodyTooLargeException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final long limitBytes;

  BodyTooLargeException(long limitBytes) {
    super("body over " + limitBytes + " bytes", null, false, false);
    this.limitBytes = limitBytes;
  }

  long limitBytes() {
    return limitBytes;
  }
}
