package dev.boxoffice.seat.allocation.edge;

import dev.boxoffice.defaults.problem.MalformedRequestException;
import dev.boxoffice.seat.allocation.hold.HoldRequest;
import dev.boxoffice.seat.sale.SeatId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The body of a request to hold seats: these ones, or the best available. */
record HoldBody(
    @NotNull UUID showId,
    @Nullable @Size(min = 1, max = HoldRequest.SEATS_MAX) List<@NotNull UUID> seatIds,
    @Nullable @Valid BestAvailable bestAvailable,
    @Nullable String userId) {

  record BestAvailable(
      @NotNull @Min(1) @Max(HoldRequest.SEATS_MAX) Integer quantity,
      @Nullable UUID sectionId,
      @Nullable String priceCategory,
      @Nullable Boolean accessible) {}

  /**
   * The seats named.
   *
   * @throws MalformedRequestException if a seat is named twice
   */
  static List<SeatId> distinct(List<UUID> seatIds) {
    if (new HashSet<>(seatIds).size() != seatIds.size()) {
      throw new MalformedRequestException("seatIds", "must be distinct");
    }
    return seatIds.stream().map(SeatId::new).toList();
  }
}
