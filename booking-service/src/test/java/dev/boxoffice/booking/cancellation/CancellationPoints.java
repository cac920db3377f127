package dev.boxoffice.booking.cancellation;

import static dev.boxoffice.booking.crash.Seams.argument;

import dev.boxoffice.booking.BookingId;
import dev.boxoffice.booking.crash.Seams;
import dev.boxoffice.booking.payment.PaymentProvider;
import dev.boxoffice.booking.payment.RefundRequest;
import dev.boxoffice.booking.seats.SeatClient;
import dev.boxoffice.booking.tickets.TicketClient;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.Advisor;

/** The named points in the runs of a cancellation and of its refund. */
public final class CancellationPoints {

  static final String REVOKE_IS_BEGUN = "revoking is begun";
  static final String REVOKED = "the tickets are revoked";
  static final String SETTLED = "it is recorded as a fact";
  static final String RETURN_IS_BEGUN = "returning is begun";
  static final String RETURNED = "the seats are returned";
  static final String RETURN_IS_RECORDED = "the return is recorded";
  static final String REFUND_IS_BEGUN = "the refund is begun";
  static final String REFUNDED = "the refund has its answer";
  static final String REFUND_IS_RECORDED = "the refund is recorded";

  static final List<String> ALL =
      List.of(
          REVOKE_IS_BEGUN,
          REVOKED,
          SETTLED,
          RETURN_IS_BEGUN,
          RETURNED,
          RETURN_IS_RECORDED,
          REFUND_IS_BEGUN,
          REFUNDED,
          REFUND_IS_RECORDED);

  private final BiConsumer<UUID, String> reached;

  private CancellationPoints(BiConsumer<UUID, String> reached) {
    this.reached = reached;
  }

  /** Tells whenever a run gets to a point: of the booking, and the point. */
  public static Advisor advisor(BiConsumer<UUID, String> reached) {
    return Seams.around(
        Map.of(
            TicketClient.class, List.of("revoke", "revokeEvenIfEntered"),
            SeatClient.class, List.of("giveBack"),
            PaymentProvider.class, List.of("refund"),
            RecordCancellation.class, List.of("settle", "returned"),
            RecordRefund.class, List.of("paid", "refused")),
        new CancellationPoints(reached)::passing);
  }

  private @Nullable Object passing(MethodInvocation run) throws Throwable {
    return switch (run.getMethod().getName()) {
      case "revoke", "revokeEvenIfEntered" ->
          between(argument(run, 0, BookingId.class), REVOKE_IS_BEGUN, run, REVOKED);
      case "giveBack" -> between(argument(run, 1, BookingId.class), RETURN_IS_BEGUN, run, RETURNED);
      case "refund" ->
          between(
              argument(run, 0, RefundRequest.class).bookingId(), REFUND_IS_BEGUN, run, REFUNDED);
      case "settle" -> after(cancelled(run), run, SETTLED);
      case "returned" -> after(cancelled(run), run, RETURN_IS_RECORDED);
      default -> after(argument(run, 0, Refund.class).bookingId(), run, REFUND_IS_RECORDED);
    };
  }

  private static BookingId cancelled(MethodInvocation run) {
    return argument(run, 0, Cancellation.class).bookingId();
  }

  private @Nullable Object between(
      BookingId booking, String before, MethodInvocation run, String after) throws Throwable {
    reached.accept(booking.value(), before);
    return after(booking, run, after);
  }

  private @Nullable Object after(BookingId booking, MethodInvocation run, String point)
      throws Throwable {
    var result = run.proceed();
    reached.accept(booking.value(), point);
    return result;
  }
}
