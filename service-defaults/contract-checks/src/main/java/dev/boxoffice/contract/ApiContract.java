package dev.boxoffice.contract;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What may be answered to which call, as an OpenAPI description says. Remembers which calls were
 * answered well, so that one which no test makes is found.
 */
public final class ApiContract {
  private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");
  private static final Map<String, Optional<ApiContract>> SERVICES = new ConcurrentHashMap<>();

  private final List<Operation> operations;
  private final Set<Operation> wentWell = ConcurrentHashMap.newKeySet();

  private ApiContract(List<JsonNode> documents) {
    this.operations =
        documents.stream()
            .flatMap(ApiContract::operations)
            .sorted(Comparator.comparingLong(Operation::parameters))
            .toList();
  }

  /**
   * What a service answers, also to other services; the same object for all of this JVM's tests.
   * Empty where {@code contracts/openapi} has no such service.
   */
  public static Optional<ApiContract> ofService(String name) {
    return SERVICES.computeIfAbsent(
        name,
        _ -> {
          var files =
              Contracts.filesIn(Contracts.folder().resolve("openapi")).stream()
                  .filter(
                      file ->
                          Set.of(name + ".yaml", "internal-" + name + ".yaml")
                              .contains(String.valueOf(file.getFileName())))
                  .toList();
          return files.isEmpty()
              ? Optional.empty()
              : Optional.of(new ApiContract(files.stream().map(Contracts::read).toList()));
        });
  }

  /** What one description allows. */
  public static ApiContract of(JsonNode document) {
    return new ApiContract(List.of(document));
  }

  /** Fails, with all that is wrong, unless the answer is one that is described for the call. */
  public void check(Exchange exchange) {
    List<String> violations = violations(exchange);
    if (!violations.isEmpty()) {
      throw new AssertionError("against contracts/openapi: " + violations + " in " + exchange);
    }
  }

  /** Whether the call is one of those described, whatever was answered. */
  public boolean describes(Exchange exchange) {
    return operation(exchange) != null;
  }

  List<String> violations(Exchange exchange) {
    Operation operation = operation(exchange);
    if (operation == null) {
      // Tests also ask for what there is not; only a refusal is a right answer to that.
      return exchange.refused() ? List.of() : List.of("no such call is described");
    }
    List<String> violations = operation.violations(exchange);
    if (violations.isEmpty() && operation.goesWell(exchange)) {
      wentWell.add(operation);
    }
    return violations;
  }

  /** Fails unless each call that is described was answered well at least once. */
  public void checkThatAllWentWell() {
    List<String> missing = neverWentWell();
    if (operations.isEmpty() || !missing.isEmpty()) {
      throw new AssertionError("calls that no test was answered well: " + missing);
    }
  }

  List<String> neverWentWell() {
    return operations.stream()
        .filter(operation -> !wentWell.contains(operation))
        .map(Operation::toString)
        .sorted()
        .toList();
  }

  private @Nullable Operation operation(Exchange exchange) {
    return operations.stream().filter(it -> it.answers(exchange)).findFirst().orElse(null);
  }

  private static Stream<Operation> operations(JsonNode document) {
    Schemas schemas = new Schemas(document);
    Map<String, JsonNode> paths = new HashMap<>();
    document.path("paths").forEachEntry(paths::put);
    return paths.entrySet().stream()
        .flatMap(
            path ->
                path.getValue().propertyNames().stream()
                    .filter(METHODS::contains)
                    .map(method -> new Operation(method, path.getKey(), document, schemas)));
  }
}
