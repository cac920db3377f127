package dev.boxoffice.defaults.outbox.deadletter;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** One topic's dead letters of one service, from where the last replay ended. For one thread. */
final class DeadLetterBox implements AutoCloseable {

  static final String SUFFIX = "-dlt";

  private static final Duration POLL = Duration.ofMillis(200);

  /** Of empty polls in a row, after which the broker is taken to be away. */
  private static final int PATIENCE_POLLS = 50;

  private final String topic;
  private final String service;
  private final Consumer<String, String> consumer;
  private final Map<TopicPartition, Long> ends;

  DeadLetterBox(String topic, String service, Consumer<String, String> consumer) {
    this.topic = topic;
    this.service = service;
    this.consumer = consumer;
    var partitions =
        consumer.partitionsFor(topic + SUFFIX).stream()
            .map(it -> new TopicPartition(it.topic(), it.partition()))
            .collect(Collectors.toUnmodifiableSet());
    consumer.assign(partitions);
    seekToWhereTheLastReplayEnded(partitions);
    this.ends = consumer.endOffsets(partitions);
  }

  private void seekToWhereTheLastReplayEnded(Set<TopicPartition> partitions) {
    var committed = consumer.committed(partitions);
    for (var partition : partitions) {
      var offset = committed.get(partition);
      if (offset == null) {
        consumer.seekToBeginning(Set.of(partition));
      } else {
        consumer.seek(partition, offset.offset());
      }
    }
  }

  /**
   * This service's letters up to now; when there are very many, only a part.
   *
   * @throws IllegalStateException if the broker says that there are more and gives none
   */
  List<ConsumerRecord<String, String>> read(int enough) {
    var found = new ArrayList<ConsumerRecord<String, String>>();
    int empty = 0;
    while (found.size() < enough && !isAtTheEnd()) {
      var polled = consumer.poll(POLL);
      empty = polled.isEmpty() ? empty + 1 : 0;
      if (empty > PATIENCE_POLLS) {
        throw new IllegalStateException(topic + SUFFIX + " does not give what it has");
      }
      polled.forEach(
          message -> {
            if (isOurs(message)) {
              found.add(message);
            }
          });
    }
    return found;
  }

  /** What has been read is done with. */
  void moveOn() {
    consumer.commitSync(
        ends.keySet().stream()
            .collect(
                Collectors.toMap(it -> it, it -> new OffsetAndMetadata(consumer.position(it)))));
  }

  @Override
  public void close() {
    consumer.close();
  }

  private boolean isAtTheEnd() {
    return ends.entrySet().stream()
        .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
  }

  /** Several services hear a topic; what befell another is its own to replay. */
  private boolean isOurs(ConsumerRecord<String, String> message) {
    var group = DeadLetter.consumerOf(message);
    return group.equals(service) || group.startsWith(service + "-");
  }
}
