package dev.boxoffice.gateway.docs;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The public API of all services as one JSON document, made once from the packaged contracts. */
@Component
final class ApiDescription {
  private final byte[] json;

  ApiDescription(JsonMapper mapper) throws IOException {
    OpenApiMerge merge = new OpenApiMerge();
    for (Resource contract : contracts()) {
      String service = Objects.requireNonNull(contract.getFilename()).replace(".yaml", "");
      try (InputStream in = contract.getInputStream()) {
        merge.add(service, Yaml12.read(in));
      }
    }
    this.json = mapper.writeValueAsBytes(merge.merged());
  }

  byte[] json() {
    return json.clone();
  }

  private static List<Resource> contracts() throws IOException {
    Resource[] found =
        new PathMatchingResourcePatternResolver().getResources("classpath*:/openapi/*.yaml");
    return Arrays.stream(found)
        .sorted(Comparator.comparing(resource -> Objects.requireNonNull(resource.getFilename())))
        .toList();
  }
}
