package dev.boxoffice.system.race.history;

/** How many seats of which kind somebody says there are. */
public record Shown(String by, int available, int held, int booked) {}
