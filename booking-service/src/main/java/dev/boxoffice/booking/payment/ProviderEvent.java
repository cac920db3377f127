package dev.boxoffice.booking.payment;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The little that is read of what the provider sends: what it is about. */
@JsonIgnoreProperties(ignoreUnknown = true)
record ProviderEvent(
    @JsonProperty(required = true) String id,
    @JsonProperty(required = true) String type,
    @Nullable Data data) {

  @JsonIgnoreProperties(ignoreUnknown = true)
  record Data(@Nullable Subject object) {}

  @JsonIgnoreProperties(ignoreUnknown = true)
  record Subject(@Nullable Map<String, String> metadata) {}

  /** The processes of ours that the event may concern. */
  List<UUID> concerns() {
    if (data == null || data.object() == null || data.object().metadata() == null) {
      return List.of();
    }
    var metadata = data.object().metadata();
    return Stream.of("paymentId", "refundId")
        .filter(metadata::containsKey)
        .flatMap(name -> uuid(metadata.get(name)))
        .toList();
  }

  private static Stream<UUID> uuid(@Nullable String text) {
    if (text == null) {
      return Stream.empty();
    }
    try {
      return Stream.of(UUID.fromString(text));
    } catch (IllegalArgumentException notOurs) {
      // Somebody else's metadata on the same provider account names nothing of ours.
      return Stream.empty();
    }
  }
}
