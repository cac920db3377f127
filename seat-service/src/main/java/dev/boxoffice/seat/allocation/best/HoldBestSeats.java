package dev.boxoffice.seat.allocation.best;

import dev.boxoffice.seat.allocation.BuyerLimit;
import dev.boxoffice.seat.allocation.HoldSeats;
import dev.boxoffice.seat.allocation.admission.Doors;
import dev.boxoffice.seat.allocation.hold.HoldOutcome;
import dev.boxoffice.seat.allocation.hold.HoldRequest;
import dev.boxoffice.seat.allocation.hold.UserId;
import dev.boxoffice.seat.allocation.house.Reading;
import dev.boxoffice.seat.allocation.house.SeatRules;
import dev.boxoffice.seat.allocation.house.ShowHouse;
import dev.boxoffice.seat.allocation.rules.Place;
import dev.boxoffice.seat.guard.Visitor;
import dev.boxoffice.seat.sale.SeatId;
import dev.boxoffice.seat.sale.ShowTerms;
import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Holds the best seats side by side that are free. Those who read the seats together take one place
 * after the other; whoever finds theirs gone looks further back, each time among more: a crowd that
 * wants the best seats spreads over the house instead of colliding row by row.
 */
@Component
public class HoldBestSeats {
  /**
   * Enough for the last buyers of a full house, who all want the same few places and whose shared
   * reading is a moment old: refused is who finds none, not who was unlucky.
   */
  private static final int ATTEMPTS_MAX = 24;

  private static final int WIDER_BY = 4;
  private static final int PLACES_MAX = 4_096;

  private final Doors doors;
  private final SeatRules rules;
  private final HoldSeats holdSeats;
  private final BuyerLimit limit;

  HoldBestSeats(Doors doors, SeatRules rules, HoldSeats holdSeats, BuyerLimit limit) {
    this.doors = doors;
    this.rules = rules;
    this.holdSeats = holdSeats;
    this.limit = limit;
  }

  public HoldOutcome hold(
      BestSeats wish, UserId userId, Visitor visitor, @Nullable String admissionToken) {
    return switch (doors.enter(wish.showId(), userId, visitor, admissionToken)) {
      case Doors.Passage.Shut(HoldOutcome why) -> why;
      case Doors.Passage.Open(ShowTerms terms) -> holdBest(wish, userId, admissionToken, terms);
    };
  }

  private HoldOutcome holdBest(
      BestSeats wish, UserId userId, @Nullable String admissionToken, ShowTerms terms) {
    ShowHouse show = rules.house(terms);
    Set<SeatId> gone = new LinkedHashSet<>();
    Set<SeatId> passedOver = new HashSet<>();
    int lookAt = 0;
    for (int attempt = 1; attempt <= ATTEMPTS_MAX; attempt++) {
      Reading reading = rules.read(show, show.house().sectionsFor(wish.wish()));
      lookAt = Math.min(PLACES_MAX, attempt == 1 ? reading.turn() + 1 : lookAt * WIDER_BY);
      List<Place> places =
          show.picture(without(gone, without(passedOver, reading.free(), show), show))
              .best(wish.wish(), lookAt);
      if (places.isEmpty()) {
        break;
      }
      int place =
          attempt == 1
              ? reading.turn() % places.size()
              : ThreadLocalRandom.current().nextInt(places.size());
      List<SeatId> seats = show.seats(places.get(place).seats());
      HoldOutcome outcome =
          holdSeats.holdBehindDoors(
              new HoldRequest(wish.showId(), userId, seats, admissionToken), terms);
      switch (outcome) {
        case HoldOutcome.SeatsTaken(List<SeatId> taken) -> gone.addAll(taken);
        // Somebody has sat down beside it since the reading.
        case HoldOutcome.OrphanSeat _ -> passedOver.addAll(seats);
        case HoldOutcome.Held _,
            HoldOutcome.ShowNotFound _,
            HoldOutcome.NotOnSale _,
            HoldOutcome.NotLetIn _,
            HoldOutcome.AdmissionRequired _,
            HoldOutcome.SeatNotFound _,
            HoldOutcome.LimitReached _ -> {
          return outcome;
        }
      }
    }
    // Whoever may have none hears that first, though there are none either.
    return limit
        .refusal(terms, userId, wish.wish().quantity())
        .orElseGet(() -> new HoldOutcome.SeatsTaken(List.copyOf(gone)));
  }

  private static BitSet without(Set<SeatId> seats, BitSet free, ShowHouse show) {
    BitSet rest = (BitSet) free.clone();
    show.indexes(seats).forEach(rest::clear);
    return rest;
  }
}
