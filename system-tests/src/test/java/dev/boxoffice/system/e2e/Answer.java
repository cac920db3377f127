package dev.boxoffice.system.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.boxoffice.contract.Exchange;
import java.net.http.HttpHeaders;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the gateway answered. */
record Answer(int status, HttpHeaders headers, String text) {
  private static final JsonMapper JSON = new JsonMapper();

  /** This answer to that call. */
  Exchange to(String method, String path) {
    String type = headers.firstValue("content-type").orElse("");
    return new Exchange(method, path, status, type, text);
  }

  JsonNode body() {
    return JSON.readTree(text);
  }

  String string(String field) {
    return body().required(field).asString();
  }

  /** The same answer, once it is sure to have this status. */
  @CanIgnoreReturnValue
  Answer expect(int expected) {
    assertThat(status).as("status of %s", text).isEqualTo(expected);
    return this;
  }

  /**
   * Asserts the shape of every refusal: status, media type, code and trace id, and nothing of our
   * insides.
   */
  @CanIgnoreReturnValue
  Answer refused(int expected, String code) {
    Answer same = expect(expected);
    assertThat(headers.firstValue("content-type").orElse(""))
        .startsWith("application/problem+json");
    JsonNode problem = body();
    assertThat(problem.path("code").asString("")).isEqualTo(code);
    assertThat(problem.path("status").asInt()).isEqualTo(expected);
    assertThat(problem.path("type").asString(""))
        .isEqualTo(
            "urn:boxoffice:problem:" + code.toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
    assertThat(problem.path("title").asString("")).isNotBlank();
    assertThat(problem.path("traceId").asString("")).isNotBlank();
    assertThat(text).doesNotContain("Exception", "org.springframework", "java.", "select ");
    return same;
  }

  List<String> strings(String field) {
    return body().required(field).valueStream().map(JsonNode::asString).toList();
  }
}
