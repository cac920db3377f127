package dev.boxoffice.system.seatmap;

/** What of a map is asked for. */
enum Form {
  FULL("full map"),
  NOT_MODIFIED("304"),
  SECTIONS("sections"),
  AVAILABILITY("availability");

  private final String label;

  Form(String label) {
    this.label = label;
  }

  String label() {
    return label;
  }

  /** Part of a file's name. */
  String word() {
    return switch (this) {
      case FULL, NOT_MODIFIED -> "full";
      case SECTIONS -> "sections";
      case AVAILABILITY -> "availability";
    };
  }
}
