package dev.boxoffice.booking.cancellation;

import dev.boxoffice.booking.payment.PaymentProvider;
import dev.boxoffice.booking.payment.RefundAnswer;
import dev.boxoffice.booking.process.Progress;
import dev.boxoffice.booking.process.RecordedProcess;
import dev.boxoffice.booking.process.WorkKind;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Pays a refund that is due, once: under one key for as long as the provider remembers it, and
 * afterwards under another only if the refund is nowhere to be found.
 */
@Component
class RefundProcess implements RecordedProcess {

  private static final Logger log = LoggerFactory.getLogger(RefundProcess.class);

  /** Banks take their time; a webhook is quicker. */
  private static final Duration LOOK_AGAIN_AFTER = Duration.ofMinutes(1);

  private final RefundLedger refunds;
  private final RecordRefund record;
  private final PaymentProvider provider;

  private final Clock clock;

  RefundProcess(RefundLedger refunds, RecordRefund record, PaymentProvider provider, Clock clock) {
    this.refunds = refunds;
    this.record = record;
    this.provider = provider;
    this.clock = clock;
  }

  @Override
  public WorkKind kind() {
    return WorkKind.REFUND;
  }

  @Override
  public Progress advance(UUID key) {
    var refund = Objects.requireNonNull(refunds.find(new CancellationId(key)));
    if (!refund.due()) {
      record.end(refund);
      return new Progress.Ended();
    }
    var answer = refund.underway() == null ? pay(refund) : provider.look(refund.underway());
    return switch (answer) {
      case null -> new Progress.Waiting(LOOK_AGAIN_AFTER);
      case RefundAnswer.Refunded(var id) -> ended(record.paid(refund, id));
      case RefundAnswer.Underway(var id) ->
          record.underway(refund, id)
              ? new Progress.Waiting(LOOK_AGAIN_AFTER)
              : new Progress.Overtaken();
      case RefundAnswer.Refused(var code) -> {
        log.error("Refund {} of booking {} is refused: {}", refund.id(), refund.bookingId(), code);
        yield ended(record.refused(refund, code));
      }
    };
  }

  /** Absent while the refund is not found and must not be asked for. */
  private @Nullable RefundAnswer pay(Refund refund) {
    var now = clock.instant();
    var request = refund.request(now);
    boolean isFirstTime = request.round() == 0 && refund.isRepeatable(now);
    var found = isFirstTime ? null : provider.find(request);
    if (found != null) {
      return found;
    }
    return refund.isRepeatable(now) ? provider.refund(request) : null;
  }

  private static Progress ended(boolean recorded) {
    return recorded ? new Progress.Ended() : new Progress.Overtaken();
  }
}
