package dev.boxoffice.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.net.http.HttpHeaders;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What came back. */
public record Answer(int status, HttpHeaders headers, String text) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  public JsonNode json() {
    return JSON.readTree(text);
  }

  public String header(String name) {
    return headers.firstValue(name).orElse("");
  }

  /** That it is a problem of the contract's shape, whole. */
  @CanIgnoreReturnValue
  public Answer isProblem(int expectedStatus, String code) {
    assertThat(status).as(text).isEqualTo(expectedStatus);
    assertThat(header("Content-Type")).isEqualTo("application/problem+json");
    JsonNode body = json();
    assertThat(body.path("status").asInt()).isEqualTo(expectedStatus);
    assertThat(body.path("code").asString()).isEqualTo(code);
    assertThat(body.path("type").asString())
        .isEqualTo("urn:boxoffice:problem:" + code.toLowerCase(Locale.ROOT).replace('_', '-'));
    assertThat(body.path("title").asString()).isNotBlank();
    assertThat(body.path("detail").asString()).isNotBlank();
    assertThat(body.path("traceId").asString()).matches("[0-9a-f]{32}");
    return this;
  }
}
