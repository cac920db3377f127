package dev.boxoffice.defaults.web;

import java.beans.PropertyEditorSupport;
import java.util.UUID;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;

/**
 * Reads UUIDs of paths and queries as strictly as those of bodies. By an editor: what a converter
 * refuses Spring tries once more with its own, which takes anything that has four dashes.
 */
@ControllerAdvice
class StrictParameters {

  @InitBinder
  void readStrictly(WebDataBinder binder) {
    binder.registerCustomEditor(
        UUID.class,
        new PropertyEditorSupport() {
          @Override
          public void setAsText(String text) {
            setValue(StrictUuid.parse(text));
          }
        });
  }
}
