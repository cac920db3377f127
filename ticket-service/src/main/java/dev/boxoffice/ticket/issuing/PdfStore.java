package dev.boxoffice.ticket.issuing;

import dev.boxoffice.defaults.problem.UnavailableException;
import java.net.URI;
import java.time.Duration;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** The bucket with the PDFs. */
@Component
class PdfStore implements AutoCloseable {

  private static final String PDF = "application/pdf";

  private final S3Client client;
  private final S3Presigner presigner;
  private final String bucket;
  private final Duration linkValidFor;

  PdfStore(ObjectStoreSettings settings) {
    var credentials =
        StaticCredentialsProvider.create(
            AwsBasicCredentials.create(settings.accessKey(), settings.secretKey()));
    var region = Region.of(settings.region());
    this.client =
        S3Client.builder()
            .endpointOverride(settings.endpoint())
            .region(region)
            .credentialsProvider(credentials)
            .forcePathStyle(true)
            // Not every S3 server knows the checksums that newer clients add by themselves.
            .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
            .httpClientBuilder(
                UrlConnectionHttpClient.builder()
                    .connectionTimeout(settings.timeout())
                    .socketTimeout(settings.timeout()))
            .overrideConfiguration(
                config ->
                    config
                        .apiCallTimeout(settings.timeout())
                        .retryStrategy(retry -> retry.maxAttempts(1)))
            .build();
    this.presigner =
        S3Presigner.builder()
            .endpointOverride(settings.publicEndpoint())
            .region(region)
            .credentialsProvider(credentials)
            .serviceConfiguration(S3Configuration.builder().pathStyleAccessEnabled(true).build())
            .build();
    this.bucket = settings.bucket();
    this.linkValidFor = settings.linkValidFor();
  }

  /**
   * Stores a PDF; storing it again replaces it.
   *
   * @throws UnavailableException if the object store does not take it
   */
  void put(String key, byte[] pdf, String fileName) {
    try {
      var _ =
          client.putObject(
              request ->
                  request
                      .bucket(bucket)
                      .key(key)
                      .contentType(PDF)
                      .contentDisposition("inline; filename=\"%s\"".formatted(fileName)),
              RequestBody.fromBytes(pdf));
    } catch (SdkException e) {
      throw new UnavailableException("the object store takes no PDF", e);
    }
  }

  /** A link that works for whoever has it, for a few minutes. */
  URI link(String key) {
    var signed =
        presigner.presignGetObject(
            link ->
                link.signatureDuration(linkValidFor)
                    .getObjectRequest(get -> get.bucket(bucket).key(key)));
    return URI.create(signed.url().toString());
  }

  @Override
  public void close() {
    client.close();
    presigner.close();
  }
}
