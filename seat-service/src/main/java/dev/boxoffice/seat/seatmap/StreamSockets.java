package dev.boxoffice.seat.seatmap;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.socket.config.annotation.EnableWebSocket;
import org.springframework.web.socket.config.annotation.WebSocketConfigurer;
import org.springframework.web.socket.config.annotation.WebSocketHandlerRegistry;
import org.springframework.web.socket.server.standard.ServletServerContainerFactoryBean;

/** Where the sockets are, and how little each may take. */
@Configuration(proxyBeanMethods = false)
@EnableWebSocket
class StreamSockets implements WebSocketConfigurer {
  private static final String PATH = "/v1/shows/*/stream";
  private static final String EXTENSIONS = "Sec-WebSocket-Extensions";

  /** Clients have nothing to say; the buffer for it is kept as long as the socket. */
  private static final int INCOMING_BYTES_MAX = 512;

  private final StreamSocketHandler handler;
  private final StreamHandshake handshake;

  StreamSockets(StreamSocketHandler handler, StreamHandshake handshake) {
    this.handler = handler;
    this.handshake = handshake;
  }

  @Override
  public void registerWebSocketHandlers(WebSocketHandlerRegistry registry) {
    // Public and without cookies: a page of any origin may watch.
    var _ = registry.addHandler(handler, PATH).addInterceptors(handshake).setAllowedOrigins("*");
  }

  @Bean
  static ServletServerContainerFactoryBean socketLimits() {
    ServletServerContainerFactoryBean limits = new ServletServerContainerFactoryBean();
    limits.setMaxTextMessageBufferSize(INCOMING_BYTES_MAX);
    limits.setMaxBinaryMessageBufferSize(INCOMING_BYTES_MAX);
    return limits;
  }

  /** Compression by socket would compress each frame as often as there are sockets. */
  @Bean
  static FilterRegistrationBean<OncePerRequestFilter> uncompressedSockets() {
    FilterRegistrationBean<OncePerRequestFilter> registration =
        new FilterRegistrationBean<>(new WithoutExtensions());
    registration.addUrlPatterns("/v1/shows/*");
    return registration;
  }

  private static final class WithoutExtensions extends OncePerRequestFilter {
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
      return request.getHeader(EXTENSIONS) == null;
    }

    @Override
    protected void doFilterInternal(
        HttpServletRequest request, HttpServletResponse response, FilterChain chain)
        throws ServletException, IOException {
      chain.doFilter(
          new HttpServletRequestWrapper(request) {
            @Override
            public Enumeration<String> getHeaders(String name) {
              return EXTENSIONS.equalsIgnoreCase(name)
                  ? Collections.emptyEnumeration()
                  : super.getHeaders(name);
            }
          },
          response);
    }
  }
}
