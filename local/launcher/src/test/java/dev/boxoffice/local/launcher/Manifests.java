package dev.boxoffice.local.launcher;

import dev.boxoffice.local.stack.Repository;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;

/** Reads the files that deploy Boxoffice, and says which settings a program must find in them. */
final class Manifests {

  /** Known to programs but not told by the launcher, whose system needs none of them. */
  private static final Set<String> OPTIONAL =
      Set.of(
          "boxofficesecurityjwkseturi",
          "boxofficesecuritytokenuri",
          "boxofficeedgetrustedproxies",
          "boxofficepaymentspublicurl",
          "boxofficeseatholdfor",
          "boxofficeseatsweepevery");

  /** These the image says itself. */
  private static final Set<String> OF_THE_IMAGE = Set.of("serveraddress", "serverport");

  private Manifests() {}

  static List<Map<String, Object>> documents(String yaml) {
    return StreamSupport.stream(new Yaml(new LoaderOptions()).loadAll(yaml).spliterator(), false)
        .map(Manifests::map)
        .toList();
  }

  @SuppressWarnings("unchecked")
  static Map<String, Object> map(@Nullable Object value) {
    return value == null ? Map.of() : (Map<String, Object>) value;
  }

  /** Follows keys, and in lists positions, to what is there; or null. */
  static @Nullable Object at(@Nullable Object from, Object... path) {
    @Nullable Object here = from;
    for (Object step : path) {
      here =
          switch (here) {
            case Map<?, ?> map -> map.get(step);
            case List<?> list when step instanceof Integer at && at < list.size() -> list.get(at);
            case null, default -> null;
          };
    }
    return here;
  }

  static List<Map<String, Object>> list(@Nullable Object from, Object... path) {
    List<Map<String, Object>> maps = new ArrayList<>();
    if (at(from, path) instanceof List<?> values) {
      values.forEach(value -> maps.add(map(value)));
    }
    return maps;
  }

  /** How Spring compares the name of a property with that of a variable. */
  static String canonical(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
  }

  /**
   * What of these settings, with the program's own secrets beside them, the launcher would not tell
   * the program, and what of the launcher's is missing.
   */
  static Set<String> differences(Program program, Set<String> told, Path stateFolder) {
    StateDir state = StateDir.at(stateFolder);
    LocalSecrets secrets = LocalSecrets.in(state.created());
    Set<String> wanted =
        canonical(
            new Wiring(PortPlan.from(Map.of()), secrets, state, Map.of())
                .environment(program)
                .keySet());
    wanted.removeAll(OF_THE_IMAGE);
    Set<String> here = canonical(told);
    here.addAll(canonical(new SecretFiles(secrets).of(program).keySet()));
    here.remove(canonical(SecretFiles.SIGNING_KEY));
    Set<String> differences = new TreeSet<>();
    wanted.stream().filter(name -> !here.contains(name)).forEach(n -> differences.add("no " + n));
    here.stream()
        .filter(name -> !wanted.contains(name) && !OPTIONAL.contains(name))
        .forEach(name -> differences.add("unknown " + name));
    return differences;
  }

  private static Set<String> canonical(Set<String> names) {
    return names.stream().map(Manifests::canonical).collect(Collectors.toCollection(TreeSet::new));
  }

  static Path root() {
    return Repository.root();
  }
}
