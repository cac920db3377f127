package dev.boxoffice.seat.seatmap;

import dev.boxoffice.seat.seatmap.socket.Sent;
import java.io.IOException;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyEmitter;

/** A stream as Server-Sent Events: a response that does not end. */
final class EventsSink implements Sink {
  private final ResponseBodyEmitter response;
  private final StreamForm form;

  EventsSink(ResponseBodyEmitter response, StreamForm form) {
    this.response = response;
    this.form = form;
  }

  /** A response can only be written to by waiting for it. */
  @Override
  public Sent sendAtOnce(StreamMessage message) {
    return Sent.NONE;
  }

  @Override
  public void finish() {
    // Nothing was begun.
  }

  @Override
  public void send(StreamMessage message) throws IOException {
    response.send(message.bytes(form), MediaType.TEXT_EVENT_STREAM);
  }

  @Override
  public boolean answersPings() {
    return false;
  }

  @Override
  public void close(Ending ending) {
    response.complete();
  }

  @Override
  public void abort() {
    response.complete();
  }
}
