package dev.boxoffice.defaults.problem;

/**
 * What is wrong with one field of a request; {@code field} is a path such as {@code seatIds[0]}.
 */
public record FieldError(String field, String message) {}
