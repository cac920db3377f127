package dev.boxoffice.seat.pricing;

import dev.boxoffice.seat.sale.SectionId;

/**
 * A section as it is priced, in minor units of its show's currency.
 *
 * @param base the price that the organiser set
 * @param price what a seat costs now
 * @param available seats that nobody has, as last published
 */
record PricedSection(SectionId sectionId, long base, long price, int total, int available) {}
