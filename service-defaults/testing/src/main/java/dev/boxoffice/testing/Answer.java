package dev.boxoffice.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.net.http.HttpResponse;
import org.springframework.http.HttpHeaders;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** What a server answered, whatever its status. */
public final class Answer {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final int status;
  private final HttpHeaders headers;
  private final byte[] bytes;
  private final JsonNode body;

  Answer(HttpResponse<byte[]> response) {
    this.status = response.statusCode();
    // Copied, as HTTP's names are without case and the map's are not.
    this.headers = new HttpHeaders();
    response.headers().map().forEach(headers::addAll);
    this.bytes = response.body();
    this.body = parsed(bytes);
  }

  public int status() {
    return status;
  }

  public HttpHeaders headers() {
    return headers;
  }

  /** The media type with its parameters; empty when there is none. */
  String contentType() {
    var type = headers.getFirst("Content-Type");
    return type == null ? "" : type;
  }

  boolean isEncoded() {
    return headers.containsHeader("Content-Encoding");
  }

  /** The body as JSON; a missing node when it is empty or something else. */
  public JsonNode body() {
    return body;
  }

  public byte[] bytes() {
    return bytes.clone();
  }

  public String text() {
    return new String(bytes, UTF_8);
  }

  /** A field of the body as text, by name or by JSON pointer; empty when it is not there. */
  public String field(String name) {
    var pointer = name.startsWith("/") ? name : "/" + name;
    return body.at(pointer).asString("");
  }

  /** The problem's stable code; empty when this is no problem. */
  public String code() {
    return field("code");
  }

  /** This answer, provided that it has the status; else fails with the whole of it. */
  @CanIgnoreReturnValue
  public Answer expect(int expected) {
    if (status != expected) {
      throw new AssertionError("expected status " + expected + " but got " + this);
    }
    return this;
  }

  /** This refusal, provided that it is one with the code; else fails with the whole of it. */
  @CanIgnoreReturnValue
  public Answer expect(int expected, String code) {
    if (status != expected || !code().equals(code)) {
      throw new AssertionError("expected " + expected + " " + code + " but got " + this);
    }
    return this;
  }

  @Override
  public String toString() {
    return status + " " + headers + " " + text();
  }

  private static JsonNode parsed(byte[] bytes) {
    if (bytes.length == 0) {
      return MissingNode.getInstance();
    }
    try {
      return JSON.readTree(bytes);
    } catch (JacksonException notJson) {
      return MissingNode.getInstance();
    }
  }
}
