package dev.boxoffice.defaults.sample;

import dev.boxoffice.testing.IntegrationTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A test against the sample service; it borrows a schema, as any service has one. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@IntegrationTest(
    service = "queue",
    classes = SampleApplication.class,
    properties = {
      "spring.application.name=sample-service",
      "spring.flyway.locations=",
      "boxoffice.topics=sample.thing",
      "boxoffice.security.public-paths=/public,/public/**",
      "boxoffice.security.role-paths.ORGANISER=POST /organised",
      "boxoffice.idempotency.paths=POST /orders,POST /faults/*,POST /slow",
    })
@interface SampleTest {}
