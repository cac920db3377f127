package dev.boxoffice.local.launcher.programme;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What was played together, in one or more concerts.
 *
 * @param id the file's
 * @param number the archive's short one, for messages
 */
record Programme(
    String id,
    String number,
    String orchestra,
    String season,
    List<Work> works,
    List<Concert> concerts) {

  private static final int NAMES_MAX = 3;
  private static final int DESCRIPTION_MAX = 10_000;

  Programme {
    works = List.copyOf(works);
    concerts = List.copyOf(concerts);
  }

  /** Who plays what: {@code New York Philharmonic: Mozart, Mahler, with Emanuel Ax}. */
  String title() {
    List<String> composers =
        works.stream().flatMap(work -> work.composerInShort().stream()).distinct().toList();
    List<String> soloists =
        works.stream().flatMap(work -> work.soloists().stream()).distinct().toList();
    String played =
        composers.isEmpty() ? concerts.getFirst().kind() : some(composers, " and others");
    String with = soloists.isEmpty() ? "" : ", with " + some(soloists, " and others");
    return orchestra + ": " + played + with;
  }

  private static String some(List<String> names, String more) {
    return String.join(", ", names.subList(0, Math.min(names.size(), NAMES_MAX)))
        + (names.size() > NAMES_MAX ? more : "");
  }

  /** The programme, line by line. */
  String description() {
    List<String> lines = new ArrayList<>();
    works.stream().map(Work::line).filter(line -> !line.isEmpty()).forEach(lines::add);
    Stream<String> conductors = works.stream().map(Work::conductor).distinct();
    String conducted = conductors.filter(c -> !c.isEmpty()).collect(Collectors.joining(", "));
    if (!conducted.isEmpty()) {
      lines.add("Conducted by " + conducted);
    }
    lines.add("%s, season %s".formatted(concerts.getFirst().kind(), season));
    String text = String.join("\n", lines);
    return text.length() > DESCRIPTION_MAX ? text.substring(0, DESCRIPTION_MAX) : text;
  }
}
