package dev.boxoffice.booking.sales;

import dev.boxoffice.booking.ShowId;
import dev.boxoffice.booking.UserId;
import dev.boxoffice.defaults.problem.Problem;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What organisers see of their sales. */
@RestController
class SalesController {

  private final ReadSales readSales;

  SalesController(ReadSales readSales) {
    this.readSales = readSales;
  }

  @GetMapping("/v1/organiser/shows/{showId}/sales")
  @PreAuthorize("hasRole('ORGANISER')")
  ResponseEntity<?> sales(@PathVariable UUID showId, @AuthenticationPrincipal Jwt jwt) {
    var sales = readSales.read(new ShowId(showId), UserId.of(jwt));
    return sales == null
        ? Problem.of(HttpStatus.NOT_FOUND, "SHOW_NOT_FOUND", "You have no such show.").response()
        : ResponseEntity.ok(sales);
  }
}
