package dev.boxoffice.queue.stream;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyEmitter;

/** A stream as Server-Sent Events: a response that does not end by itself. */
final class EventsSink implements Sink {
  private static final MediaType TEXT = new MediaType("text", "plain", StandardCharsets.UTF_8);

  /** A comment: readers skip it, and writing it shows whether somebody is there. */
  private static final String PING = ":\n\n";

  private final ResponseBodyEmitter response;

  EventsSink(ResponseBodyEmitter response) {
    this.response = response;
  }

  @Override
  public void send(String frame) throws IOException {
    response.send("data:" + frame + "\n\n", TEXT);
  }

  @Override
  public void ping() throws IOException {
    response.send(PING, TEXT);
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
