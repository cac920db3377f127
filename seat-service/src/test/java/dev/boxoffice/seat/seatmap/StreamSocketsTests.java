package dev.boxoffice.seat.seatmap;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.catalina.connector.Connector;
import org.junit.jupiter.api.Test;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;

class StreamSocketsTests {
  @Test
  void noConnectionGetsTheChannelOfAnother() {
    TomcatServletWebServerFactory server = new TomcatServletWebServerFactory();
    StreamSockets.smallBuffers().customize(server);
    Connector connector = new Connector("org.apache.coyote.http11.Http11NioProtocol");

    server.getConnectorCustomizers().forEach(customizer -> customizer.customize(connector));

    assertThat(String.valueOf(connector.getProperty("socket.bufferPool"))).isEqualTo("0");
  }
}
