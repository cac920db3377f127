package dev.boxoffice.contract;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The schemas of one document, whose references point into its {@code components}. */
final class Schemas {
  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(
          SpecificationVersion.DRAFT_2020_12,
          registry ->
              registry.schemaRegistryConfig(
                  SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));

  private final JsonNode document;
  private final Map<JsonNode, Schema> compiled = new ConcurrentHashMap<>();

  Schemas(JsonNode document) {
    this.document = document;
  }

  /** What a schema of the document asks for and a value does not have. */
  List<String> violations(JsonNode schema, JsonNode value) {
    return compiled.computeIfAbsent(schema, this::compile).validate(value).stream()
        .map(Object::toString)
        .toList();
  }

  /** As {@link #violations}, and what the value has and the schema does not know. */
  List<String> differences(JsonNode schema, JsonNode value) {
    return Stream.concat(
            violations(schema, value).stream(),
            new UndeclaredFields(document).in(value, schema).stream())
        .toList();
  }

  private Schema compile(JsonNode schema) {
    ObjectNode whole = JsonNodeFactory.instance.objectNode();
    whole.setAll((ObjectNode) schema);
    whole.set("components", document.path("components"));
    return REGISTRY.getSchema(whole);
  }
}
