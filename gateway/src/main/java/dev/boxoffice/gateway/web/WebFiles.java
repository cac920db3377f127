package dev.boxoffice.gateway.web;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** All files of the browser client, and the version that they are together. */
@Component
final class WebFiles {
  private static final String FOLDER = "/web/";
  private static final String PAGE = "index.html";

  private final Map<String, WebFile> files = new HashMap<>();
  private final String version;
  private final WebFile page;
  private final String pageTag;

  WebFiles() throws IOException {
    SortedMap<String, byte[]> contents = contents();
    byte[] written = contents.remove(PAGE);
    if (written == null) {
      throw new IllegalStateException("the browser client is not in the jar");
    }
    contents.forEach((path, content) -> files.put(path, WebFile.of(path, content)));
    this.version = WebFile.tag(contents.values());
    String html = new String(written, StandardCharsets.UTF_8);
    byte[] versioned =
        html.replace("\"/assets/", "\"/assets/" + version + "/").getBytes(StandardCharsets.UTF_8);
    this.page = WebFile.of(PAGE, versioned);
    this.pageTag = '"' + WebFile.tag(List.of(versioned)) + '"';
  }

  /** The one page. */
  WebFile page() {
    return page;
  }

  String pageTag() {
    return pageTag;
  }

  String version() {
    return version;
  }

  @Nullable WebFile find(String path) {
    return files.get(path);
  }

  private static SortedMap<String, byte[]> contents() throws IOException {
    SortedMap<String, byte[]> contents = new TreeMap<>();
    Resource[] found =
        new PathMatchingResourcePatternResolver().getResources("classpath:" + FOLDER + "**/*.*");
    for (Resource file : found) {
      String url = file.getURL().toString();
      try (InputStream in = file.getInputStream()) {
        contents.put(url.substring(url.lastIndexOf(FOLDER) + FOLDER.length()), in.readAllBytes());
      }
    }
    return contents;
  }
}
