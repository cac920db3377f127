package dev.boxoffice.event.contracts;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.boxoffice.local.stack.Repository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The folder in which the services write down what they say to each other. */
public final class Contracts {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final SchemaRegistry SCHEMAS =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

  private Contracts() {}

  /** What is wrong with an event, by its producer's schema. */
  public static List<Error> violations(String type, JsonNode event) {
    return schema(events(type).resolve(type + ".schema.json")).validate(event);
  }

  /** What is wrong with an event, by what this service reads of it. */
  static List<Error> unreadable(Path expectation, JsonNode event) {
    return schema(expectation).validate(event);
  }

  /** Its producer's example of an event. */
  static Path example(String type) {
    return events(type).resolve(type + ".example.json");
  }

  /** What this service reads, one file an event type. */
  static List<Path> expectations() {
    try (var files = Files.list(root().resolve("consumers/event-service"))) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static JsonNode read(Path file) {
    try {
      return JSON.readTree(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path events(String type) {
    return root().resolve("events").resolve(type.substring(0, type.lastIndexOf('.')));
  }

  private static Path root() {
    return Repository.root().resolve("contracts");
  }

  private static Schema schema(Path file) {
    return SCHEMAS.getSchema(read(file));
  }
}
