package dev.boxoffice.defaults.outbox.deadletter;

import java.util.List;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;

/**
 * Dead letters for operators: {@code GET} shows them, {@code POST .../<topic>} replays a topic's.
 */
@Endpoint(id = "deadletters")
class DeadLetterEndpoint {

  private final LookAtDeadLetters lookAtDeadLetters;
  private final ReplayDeadLetters replayDeadLetters;
  private final DeadLetterBoxes boxes;

  DeadLetterEndpoint(
      LookAtDeadLetters lookAtDeadLetters,
      ReplayDeadLetters replayDeadLetters,
      DeadLetterBoxes boxes) {
    this.lookAtDeadLetters = lookAtDeadLetters;
    this.replayDeadLetters = replayDeadLetters;
    this.boxes = boxes;
  }

  /** What there is. */
  record Found(List<DeadLetter> items) {}

  /** How many were sent once more. */
  record Replayed(int replayed) {}

  @ReadOperation
  Found look() {
    return new Found(lookAtDeadLetters.look());
  }

  @WriteOperation
  WebEndpointResponse<Replayed> replay(@Selector String topic) {
    return boxes.topics().contains(topic)
        ? new WebEndpointResponse<>(new Replayed(replayDeadLetters.replay(topic)))
        : new WebEndpointResponse<>(WebEndpointResponse.STATUS_NOT_FOUND);
  }
}
