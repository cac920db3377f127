package dev.boxoffice.queue.stream;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.socket.config.annotation.EnableWebSocket;
import org.springframework.web.socket.config.annotation.WebSocketConfigurer;
import org.springframework.web.socket.config.annotation.WebSocketHandlerRegistry;
import org.springframework.web.socket.server.standard.ServletServerContainerFactoryBean;

/** Where the sockets are, and how much a client may say. */
@Configuration(proxyBeanMethods = false)
@EnableWebSocket
class StreamSockets implements WebSocketConfigurer {
  private static final String PATH = "/v1/queue/*/stream";

  /** Room for one token; the buffer for it is kept as long as the socket. */
  private static final int INCOMING_BYTES_MAX = 8 * 1024;

  private final StreamSocketHandler handler;
  private final StreamHandshake handshake;

  StreamSockets(StreamSocketHandler handler, StreamHandshake handshake) {
    this.handler = handler;
    this.handshake = handshake;
  }

  @Override
  public void registerWebSocketHandlers(WebSocketHandlerRegistry registry) {
    // The token comes in a frame, not in a cookie: a page of any origin may ask.
    var _ = registry.addHandler(handler, PATH).addInterceptors(handshake).setAllowedOrigins("*");
  }

  @Bean
  static ServletServerContainerFactoryBean socketLimits() {
    ServletServerContainerFactoryBean limits = new ServletServerContainerFactoryBean();
    limits.setMaxTextMessageBufferSize(INCOMING_BYTES_MAX);
    limits.setMaxBinaryMessageBufferSize(INCOMING_BYTES_MAX);
    return limits;
  }
}
