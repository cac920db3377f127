package dev.boxoffice.defaults.problem;

/** Problem codes that any service may answer; a service's own codes live beside their use. */
public final class Codes {
  public static final String VALIDATION_FAILED = "VALIDATION_FAILED";
  public static final String UNAUTHENTICATED = "UNAUTHENTICATED";
  public static final String FORBIDDEN = "FORBIDDEN";
  public static final String USER_MISMATCH = "USER_MISMATCH";
  public static final String NOT_FOUND = "NOT_FOUND";
  public static final String METHOD_NOT_ALLOWED = "METHOD_NOT_ALLOWED";
  public static final String NOT_ACCEPTABLE = "NOT_ACCEPTABLE";
  public static final String UNSUPPORTED_MEDIA_TYPE = "UNSUPPORTED_MEDIA_TYPE";
  public static final String BODY_TOO_LARGE = "BODY_TOO_LARGE";
  public static final String IDEMPOTENCY_KEY_REUSED = "IDEMPOTENCY_KEY_REUSED";
  public static final String REQUEST_IN_PROGRESS = "REQUEST_IN_PROGRESS";
  public static final String RATE_LIMITED = "RATE_LIMITED";
  public static final String UNAVAILABLE = "UNAVAILABLE";
  public static final String INTERNAL = "INTERNAL";

  private Codes() {}
}
