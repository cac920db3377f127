package dev.boxoffice.contract;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;

/** What each event must look like, as {@code contracts/events} says, and who reads what of it. */
public final class EventContracts {
  private static final String SCHEMA = ".schema.json";
  private static final Map<Path, JsonNode> READ = new ConcurrentHashMap<>();

  private EventContracts() {}

  /** The types of event that a topic may carry. */
  public static List<String> types(String topic) {
    return Contracts.filesIn(events().resolve(topic)).stream()
        .map(file -> String.valueOf(file.getFileName()))
        .filter(name -> name.endsWith(SCHEMA))
        .map(EventContracts::type)
        .toList();
  }

  /** What is wrong with an event, by its producer's schema. */
  public static List<String> violations(String type, JsonNode event) {
    Path file = folder(type).resolve(type + SCHEMA);
    if (!Files.exists(file)) {
      return List.of(type + " is not described");
    }
    JsonNode schema = read(file);
    return new Schemas(schema).differences(schema, event);
  }

  /** Its producer's example of an event. */
  public static JsonNode example(String type) {
    return Contracts.read(folder(type).resolve(type + ".example.json"));
  }

  /** The types of event of which a service has written down what it reads. */
  public static List<String> readBy(String service) {
    Path folder = consumers(service);
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    return Contracts.filesIn(folder).stream()
        .map(file -> type(String.valueOf(file.getFileName())))
        .toList();
  }

  /** What a service reads of an event and does not find. */
  public static List<String> unreadable(String service, String type, JsonNode event) {
    JsonNode schema = read(consumers(service).resolve(type + SCHEMA));
    return new Schemas(schema).violations(schema, event);
  }

  private static JsonNode read(Path file) {
    return READ.computeIfAbsent(file, Contracts::read);
  }

  private static String type(String fileName) {
    return fileName.substring(0, fileName.length() - SCHEMA.length());
  }

  private static Path folder(String type) {
    return events().resolve(type.substring(0, type.lastIndexOf('.')));
  }

  private static Path events() {
    return Contracts.folder().resolve("events");
  }

  private static Path consumers(String service) {
    return Contracts.folder().resolve("consumers").resolve(service);
  }
}
