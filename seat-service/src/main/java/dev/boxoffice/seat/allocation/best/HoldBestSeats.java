package dev.boxoffice.seat.allocation.best;

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
  /** With the last, hundreds of places are looked at. */
  private static final int ATTEMPTS_MAX = 8;

  private static final int WIDER_BY = 4;
  private static final int PLACES_MAX = 4_096;

  /** A reading is out of date when it has failed so often: the crowd sits down meanwhile. */
  private static final int READ_AGAIN_EVERY = 2;

  private final Doors doors;
  private final SeatRules rules;
  private final HoldSeats holdSeats;

  HoldBestSeats(Doors doors, SeatRules rules, HoldSeats holdSeats) {
    this.doors = doors;
    this.rules = rules;
    this.holdSeats = holdSeats;
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
    Reading reading = read(show, wish);
    BitSet free = reading.free();
    int lookAt = Math.min(PLACES_MAX, reading.turn() + 1);
    for (int attempt = 1; attempt <= ATTEMPTS_MAX; attempt++) {
      List<Place> places = show.picture(free).best(wish.wish(), lookAt);
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
        // Somebody else has sat down beside it since the reading.
        case HoldOutcome.OrphanSeat _ -> places.get(place).seats().forEach(free::clear);
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
      if (attempt % READ_AGAIN_EVERY == 0) {
        free = read(show, wish).free();
      }
      show.indexes(gone).forEach(free::clear);
      lookAt = Math.min(PLACES_MAX, lookAt * WIDER_BY);
    }
    return new HoldOutcome.SeatsTaken(List.copyOf(gone));
  }

  private Reading read(ShowHouse show, BestSeats wish) {
    return rules.read(show, show.house().sectionsFor(wish.wish()));
  }
}
