package dev.boxoffice.contract;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** What the frames of a stream must look like, as {@code contracts/asyncapi/streams.yaml} says. */
public final class StreamContract {
  private final JsonNode document =
      Contracts.read(Contracts.folder().resolve("asyncapi/streams.yaml"));
  private final Schemas schemas = new Schemas(document);
  private final JsonNode messages;

  private StreamContract(String channel) {
    this.messages = document.path("channels").path(channel).path("messages");
    if (messages.isEmpty()) {
      throw new IllegalArgumentException("no channel " + channel);
    }
  }

  public static StreamContract ofChannel(String channel) {
    return new StreamContract(channel);
  }

  /** Fails unless the frame is the message of the channel that its type names. */
  public void check(JsonNode frame) {
    String type = frame.path("type").asString("");
    List<List<String>> differences =
        messages
            .valueStream()
            .map(this::payload)
            .filter(schema -> typeOf(schema).equals(type))
            .map(schema -> schemas.differences(schema, frame))
            .toList();
    if (differences.stream().noneMatch(List::isEmpty)) {
      throw new AssertionError("against contracts/asyncapi: " + differences + " in " + frame);
    }
  }

  private JsonNode payload(JsonNode message) {
    return resolved(resolved(message).path("payload"));
  }

  private static String typeOf(JsonNode schema) {
    return schema.path("properties").path("type").path("const").asString("");
  }

  private JsonNode resolved(JsonNode node) {
    String reference = node.path("$ref").asString("");
    return reference.isEmpty() ? node : document.at(reference.substring(1));
  }
}
