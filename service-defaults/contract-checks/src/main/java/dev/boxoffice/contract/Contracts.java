package dev.boxoffice.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The folder in which the services write down what they say to clients and to each other. */
public final class Contracts {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final YAMLMapper YAML = YAMLMapper.builder().build();

  private Contracts() {}

  /** The folder itself, above the module whose tests run. */
  public static Path folder() {
    return Stream.<Path>iterate(
            Path.of("").toAbsolutePath(), folder -> folder != null, Path::getParent)
        .filter(folder -> Files.isDirectory(folder.resolve("contracts/openapi")))
        .map(folder -> folder.resolve("contracts"))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no contracts/ above the working directory"));
  }

  /** A file of the folder, JSON or YAML by its name. */
  public static JsonNode read(Path file) {
    try {
      String text = Files.readString(file);
      return file.toString().endsWith(".yaml") ? YAML.readTree(text) : JSON.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<Path> filesIn(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
