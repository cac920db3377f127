package dev.boxoffice.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The canary: each wrong answer here must be found, or the check is decoration. */
class ApiContractTests {
  private static final String ID = "0190a5e2-7b1c-7cc3-8f00-000000000001";
  private static final String RIGHT =
      "{\"id\":\"" + ID + "\",\"row\":null,\"mode\":\"ON\",\"seats\":[{\"price\":1}]}";
  private static final String PROBLEM = "{\"code\":\"GONE\",\"limit\":6}";

  private final ApiContract contract =
      ApiContract.of(
          YAMLMapper.builder()
              .build()
              .readTree(
                  """
                  paths:
                    /holds/{id}:
                      get:
                        responses:
                          "200": {$ref: "#/components/responses/Hold"}
                          "304": {description: Unchanged.}
                          default:
                            content:
                              application/problem+json:
                                schema: {$ref: "#/components/schemas/Problem"}
                      delete:
                        responses:
                          "204": {description: Gone.}
                    /holds/mine:
                      get:
                        responses:
                          "200": {content: {text/plain: {schema: {type: string}}}}
                  components:
                    responses:
                      Hold:
                        content:
                          application/json:
                            schema: {$ref: "#/components/schemas/Hold"}
                    schemas:
                      Hold:
                        allOf:
                          - {$ref: "#/components/schemas/Id"}
                          - type: object
                            required: [row, seats]
                            properties:
                              row: {type: [string, "null"]}
                              mode: {enum: [ON]}
                              seats:
                                type: array
                                items:
                                  type: object
                                  required: [price]
                                  properties: {price: {type: integer}}
                      Id:
                        type: object
                        required: [id]
                        properties: {id: {type: string, format: uuid}}
                      Problem:
                        type: object
                        additionalProperties: true
                        required: [code]
                        properties: {code: {type: string}}
                  """));

  @Test
  void takesWhatIsDescribed() {
    accepted("GET", "/holds/7?view=all", 200, "application/json;charset=UTF-8", RIGHT);
    accepted("HEAD", "/holds/7", 200, "application/json", "");
    accepted("GET", "/holds/7", 304, "", "");
    accepted("GET", "/holds/7", 409, "application/problem+json", PROBLEM);
    accepted("GET", "/holds/mine", 200, "text/plain", "none");
    accepted("DELETE", "/holds/7", 204, "", "");
    accepted("GET", "/nowhere", 404, "application/problem+json", PROBLEM);
  }

  @ParameterizedTest
  @CsvSource({
    "'\"price\":1', '\"price\":\"1\"', integer expected",
    "'\"price\":1', '', required property 'price'",
    "'\"price\":1', '\"price\":1,\"fee\":2', $.seats[0].fee: is not described",
    "'\"row\":null', '\"row\":7', string",
    "'\"row\":null,', '', required property 'row'",
    "'\"row\":null', '\"row\":null,\"colour\":\"red\"', $.colour: is not described",
    "'0190a5e2-', '', uuid",
    "'\"ON\"', '\"OFF\"', enumeration",
    "'{\"id\"', '\"id\"', not JSON"
  })
  void findsAWrongBody(String right, String wrong, String found) {
    refused("GET", "/holds/7", 200, "application/json", RIGHT.replace(right, wrong), found);
  }

  @Test
  void findsWhatIsNotDescribed() {
    refused("GET", "/nowhere", 200, "application/json", RIGHT, "no such call");
    refused("PUT", "/holds/7", 200, "application/json", RIGHT, "no such call");
    refused("GET", "/holds/7/seats", 200, "application/json", RIGHT, "no such call");
    refused("GET", "/holds/7", 201, "application/json", RIGHT, "status 201");
    refused("DELETE", "/holds/7", 404, "application/problem+json", PROBLEM, "status 404");
    refused("GET", "/holds/7", 200, "text/html", "<p>", "media type \"text/html\"");
    refused("GET", "/holds/7", 409, "application/json", PROBLEM, "media type");
    refused("GET", "/holds/7", 409, "application/problem+json", "{}", "'code'");
    refused("DELETE", "/holds/7", 204, "application/json", RIGHT, "no body");
    refused("GET", "/holds/mine", 200, "application/json", RIGHT, "media type");
  }

  @Test
  void namesTheCallsThatWereNeverAnsweredWell() {
    assertThat(contract.neverWentWell())
        .containsExactly("DELETE /holds/{id}", "GET /holds/mine", "GET /holds/{id}");

    accepted("GET", "/holds/7", 409, "application/problem+json", PROBLEM);
    refused("DELETE", "/holds/7", 200, "", "", "status 200");
    accepted("GET", "/holds/mine", 200, "text/plain", "none");
    assertThat(contract.neverWentWell()).containsExactly("DELETE /holds/{id}", "GET /holds/{id}");
    assertThatThrownBy(contract::checkThatAllWentWell)
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("GET /holds/{id}");

    accepted("GET", "/holds/7", 200, "application/json", RIGHT);
    accepted("DELETE", "/holds/7", 204, "", "");
    assertThatCode(contract::checkThatAllWentWell).doesNotThrowAnyException();
  }

  @Test
  void isNotContentWithADescriptionOfNothing() {
    ApiContract nothing = ApiContract.of(JsonNodeFactory.instance.objectNode());

    assertThatThrownBy(nothing::checkThatAllWentWell).isInstanceOf(AssertionError.class);
  }

  @Test
  void readsTheServicesOwnFiles() {
    assertThat(ApiContract.ofService("queue-service").orElseThrow().neverWentWell())
        .contains("PUT /v1/organiser/shows/{showId}/queue");
    assertThat(ApiContract.ofService("seat-service").orElseThrow().neverWentWell())
        .contains("POST /internal/holds/{holdId}/book");
    assertThat(ApiContract.ofService("no-service")).isEmpty();
  }

  private void accepted(String method, String path, int status, String type, String body) {
    assertThatCode(() -> contract.check(new Exchange(method, path, status, type, body)))
        .doesNotThrowAnyException();
  }

  private void refused(
      String method, String path, int status, String type, String body, String found) {
    assertThatThrownBy(() -> contract.check(new Exchange(method, path, status, type, body)))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining(found)
        .hasMessageContaining(path);
  }
}
