package dev.boxoffice.seat.allocation.claims;

import dev.boxoffice.seat.sale.SeatId;
import dev.boxoffice.seat.sale.SeatSections;
import dev.boxoffice.seat.sale.SeatSections.ShowSections;
import dev.boxoffice.seat.sale.ShowId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * The keys of claims. A cluster keeps together what has the same words in braces: the seats of a
 * show or, of a show with very many, those of a section. Which of the two follows from the number
 * of its seats, which never changes.
 */
@Component
class SeatKeys {
  private static final Logger log = LoggerFactory.getLogger(SeatKeys.class);

  private final LockSettings settings;
  private final SeatSections sections;

  SeatKeys(LockSettings settings, SeatSections sections) {
    this.settings = settings;
    this.sections = sections;
  }

  /** Seats that one script can claim, and their keys. */
  record Group(List<SeatId> seatIds, List<String> keys) {
    Group {
      seatIds = List.copyOf(seatIds);
      keys = List.copyOf(keys);
    }

    private static Group of(String tag, Collection<SeatId> seatIds) {
      return new Group(
          List.copyOf(seatIds),
          seatIds.stream().map(seatId -> "seat:{" + tag + "}:" + seatId).toList());
    }
  }

  /**
   * The seats in groups, in the order of their keys. None if nobody can say where they are: then
   * their claims are left alone, and end by themselves.
   */
  List<Group> of(ShowId showId, Collection<SeatId> seatIds) {
    Integer from = settings.bySectionFrom();
    if (seatIds.isEmpty()) {
      return List.of();
    }
    if (from == null) {
      return List.of(Group.of(showId.toString(), seatIds));
    }
    try {
      ShowSections its = sections.of(showId);
      return its.totalSeats() < from
          ? List.of(Group.of(showId.toString(), seatIds))
          : bySection(showId, its, seatIds);
    } catch (DataAccessException e) {
      log.warn("The sections of show {} are not known: {}", showId, e.toString());
      return List.of();
    }
  }

  private static List<Group> bySection(
      ShowId showId, ShowSections sections, Collection<SeatId> seatIds) {
    Map<String, List<SeatId>> byTag =
        seatIds.stream()
            .collect(
                Collectors.groupingBy(
                    seatId -> showId + ":" + sections.sectionOf(seatId),
                    TreeMap::new,
                    Collectors.toList()));
    List<Group> groups = new ArrayList<>();
    byTag.forEach((tag, its) -> groups.add(Group.of(tag, its)));
    return groups;
  }
}
