package dev.boxoffice.contract;

/**
 * A call and its answer.
 *
 * @param path with or without a query
 * @param contentType empty where the answer names none
 * @param body as text, whatever it is
 */
public record Exchange(String method, String path, int status, String contentType, String body) {
  String pathAlone() {
    return path.replaceFirst("[?#].*", "");
  }

  String mediaType() {
    return contentType.replaceFirst(";.*", "").strip();
  }

  boolean refused() {
    return status >= 400;
  }

  @Override
  public String toString() {
    return "%s %s -> %d %s %s".formatted(method, path, status, contentType, body);
  }
}
