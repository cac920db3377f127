package dev.boxoffice.event.catalogue;

import dev.boxoffice.defaults.problem.FieldError;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The body of {@code POST /v1/events}. */
record NewEvent(
    @NotBlank @Size(max = TITLE_MAX) String title,
    @Size(max = DESCRIPTION_MAX) @Nullable String description,
    @NotNull EventCategory category,
    @NotNull UUID venueId,
    @NotNull LocalDate startDate,
    @Nullable LocalDate endDate,
    @Size(max = URL_MAX) @Pattern(regexp = URL, message = NOT_A_URL) @Nullable String posterUrl,
    @Nullable Metadata metadata) {

  static final int TITLE_MAX = 500;
  static final int DESCRIPTION_MAX = 20_000;
  static final int URL_MAX = 500;
  static final String URL = "https?://[^\\s\"'<>\\\\]+";
  static final String NOT_A_URL = "must be an http or https URL";

  /** What can only be seen by looking at more than one field. */
  List<FieldError> errors() {
    List<FieldError> errors = new ArrayList<>();
    if (!Dates.isReasonable(startDate)) {
      errors.add(new FieldError("startDate", Dates.UNREASONABLE));
    }
    if (endDate != null && !Dates.isReasonable(endDate)) {
      errors.add(new FieldError("endDate", Dates.UNREASONABLE));
    } else if (endDate != null && endDate.isBefore(startDate)) {
      errors.add(new FieldError("endDate", "must not be before startDate"));
    }
    return errors;
  }
}
