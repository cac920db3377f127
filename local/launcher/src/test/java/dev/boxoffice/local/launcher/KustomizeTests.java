package dev.boxoffice.local.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a cluster would be given, as the machine's own kubectl renders it. */
class KustomizeTests {

  private static final List<String> OURS =
      Stream.of(Program.Kind.SERVICE, Program.Kind.GATEWAY)
          .flatMap(kind -> Program.of(kind).stream())
          .map(Program::label)
          .toList();

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"local", "prod"})
  void runsEveryServiceAndConfinesIt(String overlay) throws Exception {
    List<Map<String, Object>> rendered = render(overlay);
    List<Map<String, Object>> deployments = ofKind(rendered, "Deployment");

    assertThat(deployments).extracting(KustomizeTests::name).containsAll(OURS);
    assertThat(deployments)
        .allSatisfy(
            deployment -> {
              Object pod = pod(deployment);
              Object container = Manifests.list(pod, "containers").getFirst();
              assertThat(Manifests.at(pod, "securityContext", "runAsNonRoot")).isEqualTo(true);
              assertThat(Manifests.at(pod, "securityContext", "seccompProfile", "type"))
                  .isEqualTo("RuntimeDefault");
              assertThat(Manifests.map(Manifests.at(container, "securityContext")))
                  .containsEntry("readOnlyRootFilesystem", true)
                  .containsEntry("allowPrivilegeEscalation", false)
                  .containsEntry("capabilities", Map.of("drop", List.of("ALL")));
              for (String probe : List.of("startupProbe", "livenessProbe", "readinessProbe")) {
                assertThat((String) Manifests.at(container, probe, "httpGet", "path"))
                    .startsWith("/actuator/health/");
              }
              assertThat(Manifests.map(Manifests.at(container, "resources", "requests")))
                  .containsOnlyKeys("cpu", "memory");
              assertThat(Manifests.map(Manifests.at(container, "resources", "limits")))
                  .containsKey("memory");
              assertThat(Manifests.list(container, "volumeMounts"))
                  .extracting(mount -> mount.get("mountPath"))
                  .contains("/tmp", "/run/boxoffice");
            });
  }

  /** What the namespace's label asks for, also of servers, stand-ins and jobs. */
  @ParameterizedTest
  @ValueSource(strings = {"local", "prod"})
  void runsNothingThatARestrictedNamespaceRefuses(String overlay) throws Exception {
    assertThat(workloads(render(overlay)))
        .allSatisfy(
            workload -> {
              Object pod = pod(workload);
              assertThat(Manifests.at(pod, "securityContext", "runAsNonRoot")).isEqualTo(true);
              assertThat(Manifests.at(pod, "securityContext", "seccompProfile", "type"))
                  .isEqualTo("RuntimeDefault");
              List<Map<String, Object>> containers =
                  new ArrayList<>(Manifests.list(pod, "containers"));
              containers.addAll(Manifests.list(pod, "initContainers"));
              assertThat(containers)
                  .isNotEmpty()
                  .allSatisfy(
                      container ->
                          assertThat(Manifests.map(container.get("securityContext")))
                              .containsEntry("allowPrivilegeEscalation", false)
                              .containsEntry("capabilities", Map.of("drop", List.of("ALL"))));
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"local", "prod"})
  void givesEachWorkloadAnAccountOfItsOwnWithoutAToken(String overlay) throws Exception {
    List<Map<String, Object>> rendered = render(overlay);
    List<Map<String, Object>> accounts = ofKind(rendered, "ServiceAccount");
    List<Map<String, Object>> workloads = workloads(rendered);

    assertThat(workloads)
        .allSatisfy(
            workload ->
                assertThat(Manifests.map(pod(workload)))
                    .containsEntry("serviceAccountName", name(workload))
                    .containsEntry("automountServiceAccountToken", false));
    assertThat(accounts)
        .extracting(KustomizeTests::name)
        .containsExactlyInAnyOrderElementsOf(workloads.stream().map(KustomizeTests::name).toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"local", "prod"})
  void namesImagesByVersionAndSecretsByNameAlone(String overlay) throws Exception {
    List<Map<String, Object>> rendered = render(overlay);

    assertThat(ofKind(rendered, "Secret")).isEmpty();
    assertThat(ofKind(rendered, "Deployment"))
        .allSatisfy(
            deployment -> {
              Object pod = pod(deployment);
              Object container = Manifests.list(pod, "containers").getFirst();
              assertThat((String) Manifests.at(container, "image"))
                  .matches(".+:[^:/]+")
                  .doesNotEndWith(":latest");
              assertThat(Manifests.list(pod, "volumes"))
                  .extracting(volume -> Manifests.at(volume, "secret", "secretName"))
                  .contains(name(deployment));
            });
    assertThat(rendered)
        .flatExtracting(KustomizeTests::settings)
        .filteredOn(name -> name.matches(".*(PASSWORD|SECRET|CREDENTIAL|ACCESSKEY).*"))
        .allSatisfy(name -> assertThat(name).endsWith("_FILE"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"local", "prod"})
  void letsNobodyTalkToAnybodyUnlessAPolicySaysSo(String overlay) throws Exception {
    List<Map<String, Object>> rendered = render(overlay);
    List<Map<String, Object>> policies = ofKind(rendered, "NetworkPolicy");

    assertThat(policies)
        .filteredOn(policy -> name(policy).equals("default-deny"))
        .singleElement()
        .satisfies(
            deny -> {
              assertThat(Manifests.at(deny, "spec", "podSelector")).isEqualTo(Map.of());
              assertThat(Manifests.at(deny, "spec", "policyTypes"))
                  .isEqualTo(List.of("Ingress", "Egress"));
              assertThat(Manifests.at(deny, "spec", "ingress")).isNull();
              assertThat(Manifests.at(deny, "spec", "egress")).isNull();
            });
    assertThat(policies)
        .extracting(KustomizeTests::name)
        .containsAll(workloads(rendered).stream().map(KustomizeTests::name).toList());
  }

  @ParameterizedTest
  @CsvSource({
    "local, EVENT", "local, SEAT", "local, BOOKING", "local, QUEUE", "local, TICKET",
    "local, GATEWAY", "local, ISSUER", "local, PAYMENTS", "prod, EVENT", "prod, SEAT",
    "prod, BOOKING", "prod, QUEUE", "prod, TICKET", "prod, GATEWAY"
  })
  void tellsAProgramWhatTheLauncherDoes(String overlay, Program program) throws Exception {
    List<Map<String, Object>> rendered = render(overlay);
    Map<String, Object> deployment =
        ofKind(rendered, "Deployment").stream()
            .filter(candidate -> name(candidate).equals(program.label()))
            .findFirst()
            .orElseThrow();
    Set<String> told = new HashSet<>(settings(deployment));
    for (Map<String, Object> source : Manifests.list(pod(deployment), "containers", 0, "envFrom")) {
      Object name = Manifests.at(source, "configMapRef", "name");
      ofKind(rendered, "ConfigMap").stream()
          .filter(config -> name(config).equals(name))
          .forEach(config -> told.addAll(Manifests.map(config.get("data")).keySet()));
    }

    assertThat(Manifests.differences(program, told, folder)).isEmpty();
  }

  private static List<Map<String, Object>> render(String overlay) throws Exception {
    assumeTrue(Tools.isOnPath("kubectl"), "needs kubectl");
    Process kubectl =
        new ProcessBuilder(
                "kubectl",
                "kustomize",
                Manifests.root().resolve("k8s/overlays").resolve(overlay).toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String yaml = new String(kubectl.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(kubectl.waitFor()).as("kubectl kustomize of %s", overlay).isZero();
    return Manifests.documents(yaml);
  }

  private static List<Map<String, Object>> ofKind(List<Map<String, Object>> all, String kind) {
    return all.stream().filter(resource -> kind.equals(resource.get("kind"))).toList();
  }

  private static List<Map<String, Object>> workloads(List<Map<String, Object>> all) {
    return all.stream()
        .filter(resource -> Manifests.at(resource, "spec", "template", "spec") != null)
        .toList();
  }

  private static Object pod(Map<String, Object> workload) {
    Object pod = Manifests.at(workload, "spec", "template", "spec");
    if (pod == null) {
      throw new IllegalStateException("no pods in " + workload);
    }
    return pod;
  }

  private static String name(Map<String, Object> resource) {
    return String.valueOf(Manifests.at(resource, "metadata", "name"));
  }

  /** The names of a config map's settings, or of a workload's own variables. */
  private static List<String> settings(Map<String, Object> resource) {
    if ("ConfigMap".equals(resource.get("kind"))) {
      return List.copyOf(Manifests.map(resource.get("data")).keySet());
    }
    return Manifests.list(resource, "spec", "template", "spec", "containers", 0, "env").stream()
        .map(variable -> String.valueOf(variable.get("name")))
        .toList();
  }
}
