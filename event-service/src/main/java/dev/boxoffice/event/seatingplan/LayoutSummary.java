package dev.boxoffice.event.seatingplan;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import dev.boxoffice.event.seatingplan.Layout.Seat;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A layout without its seats. */
public record LayoutSummary(LayoutHash hash, int totalSeats, List<Section> sections) {

  /** One section and how many seats it has. */
  @JsonInclude(Include.NON_NULL)
  public record Section(
      UUID sectionId,
      String name,
      String zone,
      String priceCategory,
      @Nullable String color,
      boolean generalAdmission,
      int totalSeats) {}

  public LayoutSummary {
    sections = List.copyOf(sections);
  }

  static LayoutSummary of(LayoutFile file) {
    int[] counts = new int[file.layout().sections().size()];
    for (Seat seat : file.layout().seats()) {
      counts[seat.section()]++;
    }
    List<Section> sections = new ArrayList<>();
    for (Layout.Section section : file.layout().sections()) {
      sections.add(
          new Section(
              section.sectionId(),
              section.name(),
              section.zone(),
              section.priceCategory(),
              section.color(),
              section.generalAdmission(),
              counts[sections.size()]));
    }
    return new LayoutSummary(file.hash(), file.layout().seats().size(), sections);
  }

  /** The categories that have seats, and therefore need a price. */
  public Set<String> priceCategories() {
    return sections.stream().map(Section::priceCategory).collect(Collectors.toSet());
  }
}
