package dev.boxoffice.seat.allocation.rules;

import java.util.List;

/**
 * Seats for one party, side by side from left to right, or places of one area.
 *
 * @param fromStage how far its seats are from the stage, summed up, in tenths of the plan's units
 */
public record Place(List<Integer> seats, long fromStage) {
  public Place {
    seats = List.copyOf(seats);
  }
}
