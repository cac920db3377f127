package dev.boxoffice.defaults.sample;

import dev.boxoffice.defaults.event.IncomingEvent;
import dev.boxoffice.defaults.inbox.Inbox;
import dev.boxoffice.defaults.outbox.Outbox;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Sends and receives on a topic of its own. */
@Component
public class SampleEvents {
  static final String TOPIC = "sample.thing";

  /** An event with this number cannot be applied until it is allowed. */
  static final int UNLUCKY = 13;

  record Thing(int number) {}

  private final Outbox outbox;
  private final Inbox inbox;
  private volatile boolean luckAllowed;
  private final List<Integer> applied = new CopyOnWriteArrayList<>();

  SampleEvents(Outbox outbox, Inbox inbox) {
    this.outbox = outbox;
    this.inbox = inbox;
  }

  @Transactional
  public void happens(String key, int number) {
    outbox.append(TOPIC, key, "sample.thing.happened", new Thing(number));
  }

  /** Several events, stored at once. */
  @Transactional
  public void happenTogether(String key, List<Integer> numbers) {
    outbox.appendAll(
        TOPIC, key, "sample.thing.happened", numbers.stream().map(Thing::new).toList());
  }

  @Transactional
  public void almostHappens(String key, int number) {
    outbox.append(TOPIC, key, "sample.thing.happened", new Thing(number));
    throw new IllegalStateException("rolled back");
  }

  /** An event that no broker with ordinary limits takes. */
  @Transactional
  public void happensTooLarge(String key) {
    outbox.append(TOPIC, key, "sample.thing.happened", Map.of("text", "x".repeat(2_000_000)));
  }

  @KafkaListener(topics = TOPIC, groupId = "sample-service")
  @Transactional
  public void on(ConsumerRecord<String, String> message) {
    IncomingEvent event = IncomingEvent.from(message);
    if (event.data(Thing.class).number() == UNLUCKY && !luckAllowed) {
      throw new IllegalStateException("number " + UNLUCKY);
    }
    if (inbox.firstTime("sample", event.id())) {
      applied.add(event.data(Thing.class).number());
    }
  }

  void allowLuck() {
    luckAllowed = true;
  }

  List<Integer> applied() {
    return List.copyOf(applied);
  }
}
