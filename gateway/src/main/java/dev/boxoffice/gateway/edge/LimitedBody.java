package dev.boxoffice.gateway.edge;

import java.util.concurrent.atomic.AtomicLong;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;

/** A body that does not say its length: counted as it passes. */
final class LimitedBody extends ServerHttpRequestDecorator {
  private final long limitBytes;

  private LimitedBody(ServerHttpRequest request, long limitBytes) {
    super(request);
    this.limitBytes = limitBytes;
  }

  static ServerWebExchange in(ServerWebExchange exchange, long limitBytes) {
    return exchange.mutate().request(new LimitedBody(exchange.getRequest(), limitBytes)).build();
  }

  @Override
  public Flux<DataBuffer> getBody() {
    AtomicLong seen = new AtomicLong();
    return super.getBody()
        .handle(
            (buffer, sink) -> {
              if (seen.addAndGet(buffer.readableByteCount()) > limitBytes) {
                DataBufferUtils.release(buffer);
                sink.error(new BodyTooLargeException(limitBytes));
              } else {
                sink.next(buffer);
              }
            });
  }
}
