package dev.boxoffice.seat.allocation.house;

import java.util.BitSet;

/**
 * The free seats at one moment, by index.
 *
 * @param turn how many others were given the same reading before
 */
public record Reading(BitSet free, int turn) {
  public Reading {
    free = (BitSet) free.clone();
  }

  @Override
  public BitSet free() {
    return (BitSet) free.clone();
  }
}
