package dev.boxoffice.gateway.routing;

import io.netty.handler.codec.http.HttpResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;

/** A service answered a WebSocket handshake with something else than a WebSocket. */
final class HandshakeRefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final transient HttpHeaders headers = new HttpHeaders();
  private final byte[] body;

  HandshakeRefusedException(HttpResponse answer, byte[] body) {
    // Nobody looks for where it was made: a refusal is an answer like any other.
    super("answered a WebSocket handshake with " + answer.status(), null, false, false);
    this.status = answer.status().code();
    this.body = body.clone();
    answer.headers().forEach(header -> headers.add(header.getKey(), header.getValue()));
    headers.remove(HttpHeaders.TRANSFER_ENCODING);
    headers.setContentLength(body.length);
  }

  /** Whether the service took the request for one without a handshake, as it may. */
  boolean ignoredUpgrade() {
    return status().is2xxSuccessful() || status().is3xxRedirection();
  }

  HttpStatusCode status() {
    return HttpStatusCode.valueOf(status);
  }

  HttpHeaders headers() {
    return headers;
  }

  byte[] body() {
    return body.clone();
  }
}
