package dev.boxoffice.seat.allocation.counts;

import java.util.UUID;

/** How many seats of a section are in each state. */
record SectionCounts(UUID sectionId, int available, int held, int booked, int blocked) {}
