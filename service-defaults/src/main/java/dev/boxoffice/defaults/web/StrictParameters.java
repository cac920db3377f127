package dev.boxoffice.defaults.web;

import java.beans.PropertyEditorSupport;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;

/**
 * Reads UUIDs and whole numbers of paths and queries as strictly as those of bodies. By editors:
 * what a converter refuses Spring tries once more with its own, which takes anything that has four
 * dashes, and {@code 0x10} for 16.
 */
@ControllerAdvice
class StrictParameters {
  private static final Pattern WHOLE_NUMBER = Pattern.compile("-?[0-9]+");

  @InitBinder
  void readStrictly(WebDataBinder binder) {
    binder.registerCustomEditor(UUID.class, reading(StrictUuid::parse));
    binder.registerCustomEditor(int.class, reading(text -> Integer.valueOf(digits(text))));
    binder.registerCustomEditor(Integer.class, reading(text -> Integer.valueOf(digits(text))));
    binder.registerCustomEditor(long.class, reading(text -> Long.valueOf(digits(text))));
    binder.registerCustomEditor(Long.class, reading(text -> Long.valueOf(digits(text))));
  }

  private static PropertyEditorSupport reading(Function<String, Object> reader) {
    return new PropertyEditorSupport() {
      @Override
      public void setAsText(String text) {
        setValue(reader.apply(text));
      }
    };
  }

  private static String digits(String text) {
    if (!WHOLE_NUMBER.matcher(text).matches()) {
      throw new IllegalArgumentException("not a whole number as JSON has it: " + text);
    }
    return text;
  }
}
