# The image of each program, from what Maven built: a JRE, the jar in layers, a user that owns nothing.
#
#   docker build --build-arg SERVICE=seat-service -t boxoffice/seat-service .
#   docker build --build-arg SERVICE=local/issuer -t boxoffice/issuer .
#   docker build --target launcher -t boxoffice/launcher .      (secrets and database of a local system)

FROM eclipse-temurin:25-jre AS base
# By number, so that Kubernetes can see that it is not root.
RUN groupadd --gid 10001 boxoffice \
    && useradd --uid 10001 --gid 10001 --no-create-home --shell /usr/sbin/nologin boxoffice \
    && install -d -o 10001 -g 10001 /data /secrets \
      /secrets/postgres /secrets/redis /secrets/s3 /secrets/issuer /secrets/payments /secrets/gateway \
      /secrets/event-service /secrets/seat-service /secrets/booking-service /secrets/queue-service \
      /secrets/ticket-service
ENV JAVA_TOOL_OPTIONS="-XX:MaxRAMPercentage=50 -XX:+ExitOnOutOfMemoryError --enable-native-access=ALL-UNNAMED"
WORKDIR /application

FROM base AS launcher
COPY local/launcher/target/lib lib
COPY local/launcher/target/local-launcher.jar ./
ENV BOXOFFICE_STATE=/data
USER 10001:10001
ENTRYPOINT ["java", "-XX:TieredStopAtLevel=1", "-jar", "local-launcher.jar"]

FROM eclipse-temurin:25-jre AS layers
ARG SERVICE
WORKDIR /layers
COPY ${SERVICE}/target/*.jar application.jar
RUN java -Djarmode=tools -jar application.jar extract --layers --destination extracted

FROM base AS service
COPY --from=layers /layers/extracted/dependencies/ ./
COPY --from=layers /layers/extracted/spring-boot-loader/ ./
COPY --from=layers /layers/extracted/snapshot-dependencies/ ./
COPY --from=layers /layers/extracted/application/ ./
# Secrets are files named after the property that they set, mounted there.
ENV SERVER_ADDRESS=0.0.0.0 SERVER_PORT=8080 SPRING_CONFIG_IMPORT=optional:configtree:/run/boxoffice/
EXPOSE 8080
USER 10001:10001
# With what a JRE's image has for certain; Kubernetes asks by itself.
HEALTHCHECK --interval=5s --timeout=5s --start-period=3m --retries=5 CMD ["bash", "-c", \
  "exec 3<>/dev/tcp/127.0.0.1/$SERVER_PORT && printf 'GET /actuator/health/readiness HTTP/1.0\\r\\n\\r\\n' >&3 && head -n 1 <&3 | grep -q ' 200'"]
ENTRYPOINT ["java", "-jar", "application.jar"]
