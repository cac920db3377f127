package dev.boxoffice.event.search;

/**
 * A full text query.
 *
 * @param text as Postgres reads it
 * @param expression of SQL that makes a {@code tsquery} of the parameter {@code :text}
 */
record TextQuery(String text, String expression) {
  /** As people type. */
  static TextQuery typed(Typed typed) {
    return new TextQuery(typed.text(), "websearch_to_tsquery('english', :text)");
  }

  /** Words in quotes, with {@code &}, {@code |} and brackets between them. */
  static TextQuery ofReadings(String readings) {
    return new TextQuery(readings, "to_tsquery('english', :text)");
  }
}
