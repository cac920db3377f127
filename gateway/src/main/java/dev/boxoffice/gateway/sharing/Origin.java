package dev.boxoffice.gateway.sharing;

import dev.boxoffice.gateway.edge.TraceContext;
import dev.boxoffice.gateway.routing.Target;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Asks a service on nobody's behalf. */
interface Origin {
  /**
   * Asks once.
   *
   * @param known the entity tag of what is there already
   */
  Mono<Reply> ask(Target service, SharedKey key, @Nullable String known, TraceContext trace);

  /** What the service said. */
  sealed interface Reply {
    /** An answer, or a refusal: it has not been looked at. */
    record Whole(SharedAnswer answer) implements Reply {}

    /** What is known is still so. */
    record Unchanged() implements Reply {}

    /** Too much to be gathered. */
    record TooLarge() implements Reply {}

    /** Not gathered, because too much else is. */
    record NoRoom() implements Reply {}
  }
}
