package org.shuangshi.registry.residence;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What becomes of a person from a day on. */
final class PersonRequest {

  private PersonRequest() {}

  /**
   * Somebody nobody knew is here.
   *
   * @param values fields of the person
   */
  record Arrive(
      @Nullable @Schema(type = "object") JsonNode values,
      @Nullable Home residence,
      @Nullable LocalDate from,
      @Nullable String why,
      @Nullable String source) {}

  /**
   * Where and how somebody lives.
   *
   * @param unit id of the unit
   * @param household id of a household that lives there; without it none
   * @param role OWNER, TENANT, FAMILY, LODGER or STAFF
   * @param relation to the head of the household
   * @param main whether it is the main residence; without it it is
   */
  record Home(
      @Nullable Long unit,
      @Nullable Long household,
      @Nullable String role,
      @Nullable String relation,
      @Nullable Boolean main) {}

  /**
   * The main residence is elsewhere.
   *
   * @param newHead head of those left behind, where the head leaves them
   */
  record Move(
      @Nullable Home residence,
      @Nullable Long newHead,
      @Nullable LocalDate from,
      @Nullable String why,
      @Nullable String source) {}

  /**
   * Registered elsewhere: 户口迁移.
   *
   * @param values registeredAddress and registeredRegionCode; registrationBook, without it none
   */
  record Register(
      @Nullable @Schema(type = "object") JsonNode values,
      @Nullable LocalDate from,
      @Nullable String why,
      @Nullable String source) {}

  /**
   * Lives here no more, or not at all.
   *
   * @param newHead head of those left behind, where the head leaves them
   */
  record Leave(
      @Nullable Long newHead,
      @Nullable LocalDate from,
      @Nullable String why,
      @Nullable String source) {}
}
