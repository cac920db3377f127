package dev.boxoffice.seat.sale;

/** How far a show's sale has come. OPEN means that its seats exist. */
public enum SaleStatus {
  PREPARING,
  OPEN,
  CANCELLED
}
