package dev.boxoffice.contract;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One call of an OpenAPI description, and what may be answered to it. */
final class Operation {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final String method;
  private final String path;
  private final Pattern paths;
  private final JsonNode description;
  private final JsonNode document;
  private final Schemas schemas;

  Operation(String method, String path, JsonNode document, Schemas schemas) {
    this.method = method.toUpperCase(Locale.ROOT);
    this.path = path;
    this.paths = Pattern.compile("\\Q" + path.replaceAll("\\{[^}]+}", "\\\\E[^/]+\\\\Q") + "\\E");
    this.description = document.path("paths").path(path).path(method);
    this.document = document;
    this.schemas = schemas;
  }

  /** Fewer parameters are more particular: {@code /holds/mine} before {@code /holds/{id}}. */
  long parameters() {
    return path.chars().filter(character -> character == '{').count();
  }

  boolean answers(Exchange exchange) {
    String asked = exchange.method().equals("HEAD") ? "GET" : exchange.method();
    return method.equals(asked) && paths.matcher(exchange.pathAlone()).matches();
  }

  /** Whether this is how the call is answered when it goes well. */
  boolean goesWell(Exchange exchange) {
    return !exchange.refused() && description.path("responses").has(status(exchange));
  }

  List<String> violations(Exchange exchange) {
    JsonNode responses = description.path("responses");
    JsonNode response = resolved(responses.path(status(exchange)));
    if (response.isMissingNode() && exchange.refused()) {
      response = resolved(responses.path("default"));
    }
    if (response.isMissingNode()) {
      return List.of("status " + exchange.status() + " is not described");
    }
    JsonNode content = response.path("content");
    if (exchange.method().equals("HEAD")) {
      return List.of();
    }
    if (content.isEmpty()) {
      return exchange.body().isEmpty() ? List.of() : List.of("no body is described");
    }
    JsonNode media = content.path(exchange.mediaType());
    if (media.isMissingNode()) {
      return List.of("media type \"" + exchange.mediaType() + "\" is not described");
    }
    return exchange.mediaType().endsWith("json") && media.has("schema")
        ? bodyViolations(exchange, media.path("schema"))
        : List.of();
  }

  private List<String> bodyViolations(Exchange exchange, JsonNode schema) {
    try {
      return schemas.differences(schema, JSON.readTree(exchange.body()));
    } catch (JacksonException e) {
      return List.of("not JSON: " + e.getOriginalMessage());
    }
  }

  private JsonNode resolved(JsonNode node) {
    String reference = node.path("$ref").asString("");
    return reference.isEmpty() ? node : document.at(reference.substring(1));
  }

  private static String status(Exchange exchange) {
    return Integer.toString(exchange.status());
  }

  @Override
  public String toString() {
    return method + " " + path;
  }
}
