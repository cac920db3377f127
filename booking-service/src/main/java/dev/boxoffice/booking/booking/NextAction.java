package dev.boxoffice.booking.booking;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/** What a buyer has to do before a payment goes on. */
record NextAction(String type, URI url) {

  /** To go there; absent if there is nowhere to go. */
  static @Nullable NextAction redirectTo(@Nullable URI url) {
    return url == null ? null : new NextAction("redirect", url);
  }
}
