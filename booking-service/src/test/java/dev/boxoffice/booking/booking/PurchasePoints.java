package dev.boxoffice.booking.booking;

import static dev.boxoffice.booking.crash.Seams.argument;

import dev.boxoffice.booking.crash.Seams;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.springframework.aop.Advisor;

/** The named points in the run of a purchase: three in each step. */
public final class PurchasePoints {

  private PurchasePoints() {}

  static String begun(Step step) {
    return step + " is begun";
  }

  static String tried(Step step) {
    return step + " has had its effect";
  }

  static String recorded(Step step) {
    return "what follows " + step + " is recorded";
  }

  /** Tells whenever a run gets to a point: of the hold that is paid for, and the point. */
  public static Advisor advisor(BiConsumer<UUID, String> reached) {
    return Seams.around(
        Map.of(TryStep.class, List.of("of"), RecordStep.class, List.of("after")),
        run -> {
          var step = argument(run, 0, Attempt.class).step();
          if (run.getThis() instanceof TryStep) {
            var hold = argument(run, 1, Booking.class).holdId().value();
            reached.accept(hold, begun(step));
            var answer = run.proceed();
            reached.accept(hold, tried(step));
            return answer;
          }
          var recorded = run.proceed();
          reached.accept(argument(run, 2, Booking.class).holdId().value(), recorded(step));
          return recorded;
        });
  }
}
