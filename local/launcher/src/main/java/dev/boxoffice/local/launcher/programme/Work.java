package dev.boxoffice.local.launcher.programme;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * What is played, or the interval.
 *
 * @param composer as files write it, the family name first: {@code Faure [Fauré], Gabriel}
 * @param title with its movement; the word for the interval if it is one
 * @param soloists their names as people say them
 */
record Work(String composer, String title, String conductor, List<String> soloists) {

  private static final String SOLOIST = "S";

  /** Archives put the right spelling in brackets after the one that they sort by. */
  private static final Pattern SPELLING = Pattern.compile("[^\\s\\[]+ \\[([^\\]]+)]");

  Work {
    soloists = List.copyOf(soloists);
  }

  static Work of(JsonNode json) {
    if (json.has("interval")) {
      return new Work("", text(json.path("interval")), "", List.of());
    }
    String title =
        Stream.of(text(json.path("workTitle")), text(json.path("movement")))
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining(": "));
    return new Work(
        text(json.path("composerName")),
        title,
        spoken(text(json.path("conductorName"))),
        json.path("soloists")
            .valueStream()
            .filter(soloist -> text(soloist.path("soloistRoles")).equals(SOLOIST))
            .map(soloist -> spoken(text(soloist.path("soloistName"))))
            .filter(name -> !name.isEmpty())
            .toList());
  }

  /** The family name, if somebody is named at all. */
  Optional<String> composerInShort() {
    String family = spelled(composer).split(",", 2)[0].strip();
    return Optional.of(family).filter(name -> !name.isEmpty());
  }

  /** A line of the programme. */
  String line() {
    String name = spoken(composer);
    return name.isEmpty() || title.isEmpty() ? name + title : name + ": " + title;
  }

  /** {@code Ax, Emanuel} is said Emanuel Ax. */
  private static String spoken(String name) {
    String[] parts = spelled(name).split(",", 2);
    String given = parts.length == 2 ? parts[1].strip() : "";
    return (given + " " + parts[0].strip()).strip();
  }

  private static String spelled(String name) {
    Matcher matcher = SPELLING.matcher(name);
    return matcher.replaceAll(match -> Matcher.quoteReplacement(match.group(1)));
  }

  /**
   * A text with single spaces. One with a title in it is an object, the title under {@code em}; the
   * place where it stood is lost, so it comes last.
   */
  static String text(JsonNode node) {
    String text =
        switch (node.getNodeType()) {
          case STRING, NUMBER, BOOLEAN -> node.asString();
          case OBJECT -> text(node.path("_")) + " " + text(node.path("em"));
          case ARRAY -> node.valueStream().map(Work::text).collect(Collectors.joining(", "));
          case NULL, MISSING, BINARY, POJO -> "";
        };
    return text.strip().replaceAll("\\s+", " ");
  }
}
