package dev.boxoffice.local.launcher.house;

/** Which seats of a row are not like the others. */
@FunctionalInterface
interface Marks {

  Marks NONE = (number, seats) -> SeatKind.USUAL;

  /** Where a cross aisle is reached without a step: a wheelchair and its company at either end. */
  Marks WHEELCHAIRS_AT_THE_ENDS =
      (number, seats) ->
          switch (Math.min(number, seats + 1 - number)) {
            case 1 -> SeatKind.ACCESSIBLE;
            case 2 -> SeatKind.COMPANION;
            default -> SeatKind.USUAL;
          };

  Marks PILLARS_AT_THE_ENDS =
      (number, seats) -> number == 1 || number == seats ? SeatKind.RESTRICTED_VIEW : SeatKind.USUAL;

  /**
   * What the seat with that number is.
   *
   * @param number from 1
   * @param seats how many the row has
   */
  SeatKind of(int number, int seats);
}
