package dev.boxoffice.local.issuer;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.web.util.HtmlUtils;

/** An HTML page with places like {@code {{name}}}; what is put there is escaped, always. */
final class Page {

  private static final Pattern PLACE = Pattern.compile("\\{\\{(\\w+)}}");

  private final String template;

  Page(String file) {
    try (InputStream stream = Page.class.getResourceAsStream("/pages/" + file)) {
      if (stream == null) {
        throw new IllegalStateException("No page " + file);
      }
      this.template = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the page " + file, e);
    }
  }

  String with(Map<String, String> values) {
    return PLACE
        .matcher(template)
        .replaceAll(
            place ->
                Matcher.quoteReplacement(
                    HtmlUtils.htmlEscape(values.getOrDefault(place.group(1), ""))));
  }
}
