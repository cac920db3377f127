package dev.boxoffice.seat.views;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

@Configuration(proxyBeanMethods = false)
class ViewConfiguration {
  /** Not in the way of holds; around whatever gives maps out early. */
  @Bean
  static FilterRegistrationBean<ViewFilter> viewFilter(CountViews countViews) {
    FilterRegistrationBean<ViewFilter> registration =
        new FilterRegistrationBean<>(new ViewFilter(countViews));
    registration.addUrlPatterns("/v1/events/*", "/v1/shows/*");
    registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
    return registration;
  }
}
