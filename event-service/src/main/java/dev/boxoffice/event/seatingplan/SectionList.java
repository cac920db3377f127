package dev.boxoffice.event.seatingplan;

import dev.boxoffice.event.seatingplan.Layout.Section;
import dev.boxoffice.event.seatingplan.PlanDocument.Area;
import dev.boxoffice.event.seatingplan.PlanDocument.Caption;
import dev.boxoffice.event.seatingplan.PlanDocument.Category;
import dev.boxoffice.event.seatingplan.PlanDocument.Zone;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The sections of a plan as they are found: one a zone and category, one an area. */
final class SectionList {
  /** Sections get their ids when all else is known: see {@link LayoutFile}. */
  private static final UUID NO_ID_YET = new UUID(0, 0);

  private record Key(int zone, String category) {}

  private final Map<String, @Nullable String> colors = new HashMap<>();
  private final Map<Key, Integer> indexes = new HashMap<>();
  private final Set<String> names = new HashSet<>();
  private final List<Section> sections = new ArrayList<>();

  SectionList(List<Category> categories) {
    for (Category category : categories) {
      if (!colors.containsKey(category.name())) {
        colors.put(category.name(), ShapeList.color(category.color()));
      }
    }
  }

  List<Section> all() {
    return sections;
  }

  /** The index of the section of a zone's seats of one category. */
  int indexOf(int zoneIndex, Zone zone, String category) {
    return indexes.computeIfAbsent(
        new Key(zoneIndex, category), _ -> add(zone, category, null, false));
  }

  /** The index of a new section for an area without numbered seats. */
  int add(Zone zone, Area area, String category) {
    return add(zone, category, area.caption(), true);
  }

  private int add(Zone zone, String category, @Nullable Caption caption, boolean generalAdmission) {
    String name;
    if (caption != null) {
      name = caption.text();
    } else {
      name = zone.name().isEmpty() ? category : zone.name() + ", " + category;
    }
    sections.add(
        new Section(
            NO_ID_YET,
            unique(name),
            zone.name(),
            category,
            colors.get(category),
            generalAdmission));
    return sections.size() - 1;
  }

  /** People must be able to tell sections apart on a ticket. */
  private String unique(String name) {
    String unique = name;
    for (int i = 2; !names.add(unique); i++) {
      unique = name + " " + i;
    }
    return unique;
  }
}
