package dev.boxoffice.gateway.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class OpenApiMergeTests {
  private final OpenApiMerge merge = new OpenApiMerge();

  @Test
  void keepsBothOfTwoComponentsThatShareAName() {
    merge.add("seat", description("/a", "string"));
    merge.add("queue", description("/b", "integer"));
    merge.add("ticket", description("/c", "string"));

    JsonNode merged = JsonMapper.builder().build().valueToTree(merge.merged());

    assertThat(merged.at("/components/schemas/Id/type").asString()).isEqualTo("string");
    assertThat(merged.at("/components/schemas/queue.Id/type").asString()).isEqualTo("integer");
    assertThat(merged.at("/paths/~1b/get/schema/$ref").asString())
        .isEqualTo("#/components/schemas/queue.Id");
    assertThat(merged.at("/paths/~1c/get/schema/$ref").asString())
        .isEqualTo("#/components/schemas/Id");
  }

  @Test
  void refusesACallThatTwoServicesDescribe() {
    merge.add("seat", description("/a", "string"));

    assertThatThrownBy(() -> merge.add("queue", description("/a", "string")))
        .hasMessageContaining("get /a");
  }

  private static Map<String, Object> description(String path, String type) {
    return Map.of(
        "paths",
        Map.of(path, Map.of("get", Map.of("schema", Map.of("$ref", "#/components/schemas/Id")))),
        "components",
        Map.of("schemas", Map.of("Id", Map.of("type", type))));
  }
}
