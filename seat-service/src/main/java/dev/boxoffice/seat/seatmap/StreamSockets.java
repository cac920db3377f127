package dev.boxoffice.seat.seatmap;

import dev.boxoffice.seat.seatmap.socket.DirectSocket;
import dev.boxoffice.seat.seatmap.socket.DirectUpgrade;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.socket.config.annotation.EnableWebSocket;
import org.springframework.web.socket.config.annotation.WebSocketConfigurer;
import org.springframework.web.socket.config.annotation.WebSocketHandlerRegistry;
import org.springframework.web.socket.server.support.DefaultHandshakeHandler;

/** Where the sockets are, and how little each may take. */
@Configuration(proxyBeanMethods = false)
@EnableWebSocket
class StreamSockets implements WebSocketConfigurer {
  private static final String PATH = "/v1/shows/*/stream";

  /**
   * Of the buffers that Tomcat keeps for each connection as long as it lives: what is read into
   * one, and what of an answer is written at once.
   */
  private static final String READ_BYTES = Integer.toString(DirectSocket.READ_BYTES);

  private static final String WRITE_BYTES = "2048";

  /**
   * Tomcat, given more than 2 GiB of memory, hands the channel of a connection that ended to the
   * next one. Sockets are written to without its lock: a frame must not find its way into another's
   * answer.
   */
  private static final String CHANNELS_KEPT = "0";

  private final StreamSocketHandler handler;
  private final StreamHandshake handshake;

  StreamSockets(StreamSocketHandler handler, StreamHandshake handshake) {
    this.handler = handler;
    this.handshake = handshake;
  }

  @Override
  public void registerWebSocketHandlers(WebSocketHandlerRegistry registry) {
    // Public and without cookies: a page of any origin may watch.
    var _ =
        registry
            .addHandler(handler, PATH)
            .setHandshakeHandler(new DefaultHandshakeHandler(new DirectUpgrade()))
            .addInterceptors(handshake)
            .setAllowedOrigins("*");
  }

  @Bean
  static WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> smallBuffers() {
    return server ->
        server.addConnectorCustomizers(
            connector -> {
              if (!connector.setProperty("socket.appReadBufSize", READ_BYTES)
                  || !connector.setProperty("socket.appWriteBufSize", WRITE_BYTES)
                  || !connector.setProperty("socket.bufferPool", CHANNELS_KEPT)) {
                throw new IllegalStateException("a connector without buffers");
              }
            });
  }
}
