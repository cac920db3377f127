package dev.boxoffice.booking.booking;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The body of a request to pay for a hold. */
record ConfirmRequest(
    @NotNull UUID holdId,
    @NotBlank @Size(max = 255) String paymentMethodId,
    @Nullable String userId) {}
