package dev.boxoffice.seat.allocation.rules;

import dev.boxoffice.seat.sale.SectionId;
import org.jspecify.annotations.Nullable;

/**
 * What a party wishes that leaves the choice to the house.
 *
 * @param sectionId null for any section
 * @param priceCategory null for any price
 * @param accessible whether somebody needs an accessible seat; the others sit beside it
 */
public record Wish(
    int quantity,
    @Nullable SectionId sectionId,
    @Nullable String priceCategory,
    boolean accessible) {
  public Wish {
    if (quantity < 1) {
      throw new IllegalArgumentException("quantity " + quantity);
    }
  }

  boolean fits(House.Section section) {
    return (sectionId == null || sectionId.equals(section.sectionId()))
        && (priceCategory == null || priceCategory.equals(section.priceCategory()));
  }
}
