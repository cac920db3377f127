package dev.boxoffice.seat.seatmap;

import dev.boxoffice.seat.seatmap.socket.DirectSocket;
import dev.boxoffice.seat.seatmap.socket.Sent;
import java.io.IOException;
import org.springframework.web.socket.CloseStatus;

/** A stream over a WebSocket. */
final class SocketSink implements Sink {
  private final DirectSocket socket;
  private final StreamForm form;

  SocketSink(DirectSocket socket, StreamForm form) {
    this.socket = socket;
    this.form = form;
  }

  @Override
  public Sent sendAtOnce(StreamMessage message) throws IOException {
    return socket.sendAtOnce(message.bytes(form));
  }

  @Override
  public void finish() throws IOException {
    socket.finish();
  }

  @Override
  public void send(StreamMessage message) throws IOException {
    socket.send(message.bytes(form));
  }

  @Override
  public boolean answersPings() {
    return true;
  }

  @Override
  public void close(Ending ending) throws IOException {
    socket.close(new CloseStatus(ending.code(), ending.reason()));
  }

  @Override
  public void abort() {
    socket.abort();
  }
}
