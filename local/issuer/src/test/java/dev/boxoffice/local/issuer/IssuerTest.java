package dev.boxoffice.local.issuer;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ContextConfiguration;

/** A test that talks to a running issuer, which has a fresh key and only the demo users. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "boxoffice.issuer.url=http://issuer.test:9000",
      "boxoffice.issuer.web-urls=http://web.test:8080",
      "BOXOFFICE_ISSUER_SECRETS_EVENT=event-secret",
      "BOXOFFICE_ISSUER_SECRETS_SEAT=seat-secret",
      "BOXOFFICE_ISSUER_SECRETS_BOOKING=booking-secret",
      "BOXOFFICE_ISSUER_SECRETS_QUEUE=queue-secret",
      "BOXOFFICE_ISSUER_SECRETS_TICKET=ticket-secret"
    })
@ContextConfiguration(initializers = FreshFiles.class)
@interface IssuerTest {}
