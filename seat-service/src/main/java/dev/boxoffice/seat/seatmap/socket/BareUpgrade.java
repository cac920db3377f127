package dev.boxoffice.seat.seatmap.socket;

import org.apache.coyote.http11.upgrade.InternalHttpUpgradeHandler;
import org.apache.tomcat.util.net.SSLSupport;
import org.jspecify.annotations.Nullable;

/** A connection without what Tomcat does for upgraded ones and nobody here needs. */
interface BareUpgrade extends InternalHttpUpgradeHandler {

  @Override
  default void timeoutAsync(long now) {
    // Whoever leaves pings unanswered is let go by who sends them.
  }

  @Override
  default void setSslSupport(@Nullable SSLSupport sslSupport) {
    // TLS ends before this service.
  }

  @Override
  default void pause() {
    // Readers are told to go before the server pauses.
  }
}
