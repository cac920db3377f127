package dev.boxoffice.booking.cancellation;

import dev.boxoffice.booking.payment.ProviderRefundId;
import dev.boxoffice.booking.process.UnfinishedWork;
import dev.boxoffice.booking.process.WorkKind;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes down how a refund goes; false if another run has overtaken this one. */
@Component
class RecordRefund {

  private final RefundLedger refunds;
  private final UnfinishedWork work;
  private final Clock clock;

  RecordRefund(RefundLedger refunds, UnfinishedWork work, Clock clock) {
    this.refunds = refunds;
    this.work = work;
    this.clock = clock;
  }

  boolean underway(Refund refund, ProviderRefundId id) {
    return refunds.underway(refund.id(), id);
  }

  @Transactional
  boolean paid(Refund refund, ProviderRefundId id) {
    end(refund);
    return refunds.paid(refund.id(), id, clock.instant());
  }

  @Transactional
  boolean refused(Refund refund, String code) {
    end(refund);
    return refunds.refused(refund.id(), code, clock.instant());
  }

  @Transactional
  void end(Refund refund) {
    work.end(WorkKind.REFUND, refund.id().value());
  }
}
