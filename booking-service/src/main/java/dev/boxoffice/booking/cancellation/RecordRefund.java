package dev.boxoffice.booking.cancellation;

import dev.boxoffice.booking.payment.ProviderRefundId;
import dev.boxoffice.booking.process.UnfinishedWork;
import dev.boxoffice.booking.process.WorkKind;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes down how a refund ended. */
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

  @Transactional
  void paid(Refund refund, ProviderRefundId id) {
    refunds.paid(refund.id(), id, clock.instant());
    end(refund);
  }

  @Transactional
  void refused(Refund refund, String code) {
    refunds.refused(refund.id(), code, clock.instant());
    end(refund);
  }

  @Transactional
  void end(Refund refund) {
    work.end(WorkKind.REFUND, refund.id().value());
  }
}
