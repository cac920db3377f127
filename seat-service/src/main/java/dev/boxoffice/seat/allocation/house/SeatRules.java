package dev.boxoffice.seat.allocation.house;

import dev.boxoffice.seat.allocation.rules.House;
import dev.boxoffice.seat.sale.SeatId;
import dev.boxoffice.seat.sale.ShowTerms;
import java.time.Clock;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The seat rules of a show, with the seats that they look at. Not to be asked in a transaction. */
@Component
public class SeatRules {
  private final Houses houses;
  private final FreeSeats freeSeats;
  private final SeatRuleSettings settings;
  private final Clock clock;

  SeatRules(Houses houses, FreeSeats freeSeats, SeatRuleSettings settings, Clock clock) {
    this.houses = houses;
    this.freeSeats = freeSeats;
    this.settings = settings;
    this.clock = clock;
  }

  public ShowHouse house(ShowTerms terms) {
    return new ShowHouse(
        terms.showId(),
        houses.of(terms.showId()),
        terms.seatIdBase(),
        clock.instant().isBefore(terms.showTime().minus(settings.accessibleKeptUntil())));
  }

  /** What is free now in sections, and in those that share rows with them. */
  public Reading read(ShowHouse show, BitSet sections) {
    return freeSeats.read(show, sections);
  }

  /** What is to be looked at besides the seats chosen; nothing where single seats may be left. */
  public Optional<Surroundings> around(List<SeatId> chosen, ShowTerms terms) {
    return terms.orphanSeatsAllowed()
        ? Optional.empty()
        : Optional.of(Surroundings.of(house(terms), chosen));
  }

  /** Whether those who would leave single seats alone could sit elsewhere without doing so. */
  public boolean avoidable(Surroundings seats) {
    ShowHouse show = seats.show();
    List<Integer> chosen = show.indexes(seats.chosen());
    House house = show.house();
    BitSet free = read(show, house.sectionsOf(chosen)).free();
    return show.picture(free).couldStrandNone(chosen);
  }
}
