package dev.boxoffice.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;
import tools.jackson.databind.json.JsonMapper;

/** Reads a topic beside whoever else does. For one thread. */
public final class TopicReader implements AutoCloseable {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Duration POLL = Duration.ofMillis(100);

  private final String topic;
  private final KafkaConsumer<String, String> consumer;
  private final List<TopicEvent> seen = new ArrayList<>();

  private TopicReader(String topic) {
    this.topic = topic;
    this.consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", TestStack.get().bootstrapServers()),
            new StringDeserializer(),
            new StringDeserializer());
  }

  /** Sees what is sent from now on. Waits until the topic exists. */
  public static TopicReader of(String topic) {
    var reader = new TopicReader(topic);
    var partitions = reader.assign();
    reader.consumer.seekToEnd(partitions);
    // Seeking is lazy; asking for the positions makes "now" mean now.
    partitions.forEach(reader::positionOf);
    return reader;
  }

  /** Sees everything that was ever sent. Waits until the topic exists. */
  public static TopicReader fromTheBeginningOf(String topic) {
    var reader = new TopicReader(topic);
    reader.consumer.seekToBeginning(reader.assign());
    return reader;
  }

  /** The first event of that type. */
  public TopicEvent awaitType(String type) {
    return await(type, event -> true);
  }

  /** The first event of that type with that key. */
  public TopicEvent await(String type, String key) {
    return await(type, event -> event.key().equals(key));
  }

  /** The first event of that type that is as wanted. */
  public TopicEvent await(String type, Predicate<TopicEvent> wanted) {
    return Awaitility.await(type + " on " + topic)
        .atMost(PATIENCE)
        .pollInSameThread()
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(1))
        .until(
            () ->
                soFar().stream()
                    .filter(event -> event.type().equals(type) && wanted.test(event))
                    .findFirst(),
            Optional::isPresent)
        .orElseThrow();
  }

  /** Everything that has arrived up to now. */
  public List<TopicEvent> soFar() {
    for (var message : consumer.poll(POLL)) {
      seen.add(event(message));
    }
    return List.copyOf(seen);
  }

  /** Everything that was sent before this call, provided that it reads from the beginning. */
  public List<TopicEvent> allUpToNow() {
    var ends = consumer.endOffsets(consumer.assignment());
    return Awaitility.await("all of " + topic)
        .atMost(PATIENCE)
        .pollInSameThread()
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(1))
        .until(
            this::soFar,
            _ ->
                ends.entrySet().stream()
                    .allMatch(end -> consumer.position(end.getKey()) >= end.getValue()));
  }

  @Override
  public void close() {
    consumer.close();
  }

  private List<TopicPartition> assign() {
    var partitions =
        Awaitility.await("topic " + topic)
            .atMost(PATIENCE)
            .pollInSameThread()
            .until(() -> consumer.partitionsFor(topic), found -> !found.isEmpty())
            .stream()
            .map(found -> new TopicPartition(topic, found.partition()))
            .toList();
    consumer.assign(partitions);
    return partitions;
  }

  private void positionOf(TopicPartition partition) {
    long position = consumer.position(partition);
    if (position < 0) {
      throw new IllegalStateException("no position in " + partition);
    }
  }

  private static TopicEvent event(ConsumerRecord<String, String> message) {
    var headers = new HashMap<String, String>();
    message.headers().forEach(header -> headers.put(header.key(), text(header.value())));
    return new TopicEvent(
        headers.getOrDefault("ce_id", ""),
        headers.getOrDefault("ce_type", ""),
        message.key() == null ? "" : message.key(),
        JSON.readTree(message.value()),
        headers);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, UTF_8);
  }
}
