package dev.boxoffice.seat.sale;

import dev.boxoffice.defaults.event.IncomingEvent;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

@Component
class RoomListener {
  private final FollowRooms followRooms;

  RoomListener(FollowRooms followRooms) {
    this.followRooms = followRooms;
  }

  /** In a group of its own: a stadium's catalogue must not hold up a room that closes. */
  @KafkaListener(topics = "queue.room", groupId = "seat-service-rooms")
  void on(ConsumerRecord<String, String> message) {
    followRooms.follow(IncomingEvent.from(message));
  }
}
