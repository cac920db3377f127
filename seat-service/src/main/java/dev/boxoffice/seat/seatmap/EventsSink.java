package dev.boxoffice.seat.seatmap;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyEmitter;

/** A stream as Server-Sent Events: a response that does not end. */
final class EventsSink implements Sink {
  private static final MediaType TEXT = new MediaType("text", "plain", StandardCharsets.UTF_8);

  /** A comment: readers skip it, and writing it shows whether somebody is there. */
  private static final String PING = ":\n\n";

  private final ResponseBodyEmitter response;
  private final StreamForm form;

  EventsSink(ResponseBodyEmitter response, StreamForm form) {
    this.response = response;
    this.form = form;
  }

  @Override
  public StreamForm form() {
    return form;
  }

  @Override
  public void send(String text) throws IOException {
    response.send(text, TEXT);
  }

  @Override
  public void ping() throws IOException {
    response.send(PING, TEXT);
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
