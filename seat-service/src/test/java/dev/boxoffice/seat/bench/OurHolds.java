package dev.boxoffice.seat.bench;

import dev.boxoffice.defaults.problem.UnavailableException;
import dev.boxoffice.seat.allocation.HoldSeats;
import dev.boxoffice.seat.allocation.hold.HoldOutcome;
import dev.boxoffice.seat.allocation.hold.HoldRequest;
import dev.boxoffice.seat.allocation.hold.UserId;
import dev.boxoffice.seat.guard.Visitor;
import dev.boxoffice.seat.sale.SeatId;
import dev.boxoffice.seat.sale.ShowId;
import java.util.Arrays;
import java.util.List;

/** The service's own use case, called as its controller does. */
final class OurHolds implements Contender {
  private final HoldSeats holdSeats;
  private final Tables tables;
  private final Users users;

  OurHolds(HoldSeats holdSeats, Tables tables, Users users) {
    this.holdSeats = holdSeats;
    this.tables = tables;
    this.users = users;
  }

  @Override
  public void prepare(Lot lot) {
    tables.fillOurs(lot);
  }

  @Override
  public Client client() {
    return this::hold;
  }

  private Answer hold(Show show, int user, int[] seats) {
    String name = users.name(user);
    List<SeatId> seatIds = Arrays.stream(seats).mapToObj(show.base()::seat).toList();
    HoldRequest request =
        new HoldRequest(new ShowId(show.showId()), new UserId(name), seatIds, null);
    try {
      return switch (holdSeats.hold(request, Visitor.of(name, "127.0.0.1", null, null))) {
        case HoldOutcome.Held _ -> Answer.GRANTED;
        case HoldOutcome.SeatsTaken _ -> Answer.REFUSED;
        case HoldOutcome.ShowNotFound _,
            HoldOutcome.NotOnSale _,
            HoldOutcome.NotLetIn _,
            HoldOutcome.AdmissionRequired _,
            HoldOutcome.SeatNotFound _,
            HoldOutcome.LimitReached _,
            HoldOutcome.OrphanSeat _ ->
            Answer.FAILED;
      };
    } catch (UnavailableException e) {
      return Failures.note(e);
    }
  }
}
