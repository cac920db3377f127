package dev.boxoffice.event.search;

/**
 * A kind of search, with its share of all.
 *
 * <p>Names and titles are those of events to come; cities and words are chosen as often as events
 * have them, so big cities and common words more often.
 */
enum SearchBenchKind {
  EVERYTHING(12),
  CITY(22),
  CATEGORY(8),
  CITY_CATEGORY(10),
  DAY(6),
  CITY_DAY(10),
  NAME(10),
  TITLE(6),
  COMMON_WORD(4),
  WORD_IN_CITY(5),
  MISSPELT(5),
  DEEP_PAGE(2);

  private final int share;

  SearchBenchKind(int share) {
    this.share = share;
  }

  int share() {
    return share;
  }
}
