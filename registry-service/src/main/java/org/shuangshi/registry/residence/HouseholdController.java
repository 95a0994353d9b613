package org.shuangshi.registry.residence;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.shuangshi.registry.edit.Etag;
import org.shuangshi.registry.permission.Needs;
import org.shuangshi.registry.permission.Permission;
import org.shuangshi.registry.request.Days;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/households/{id}")
@Tag(name = "households", description = "户：迁移、分户、并户、离开；If-Match 为这一户的 etag")
class HouseholdController {
  private static final String IF_MATCH = "If-Match";

  private final HouseholdService households;
  private final Days days;

  HouseholdController(HouseholdService households, Days days) {
    this.households = households;
    this.days = days;
  }

  @Needs(Permission.PEOPLE_WRITE)
  @PostMapping("/move")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "全户迁移", description = "从 from 起全户住到另一户室")
  void move(
      @PathVariable long id,
      @RequestHeader(name = IF_MATCH, required = false) @Nullable String seen,
      @RequestBody HouseholdRequest.Move request) {
    households.move(id, Etag.required(seen), request, from(request.from()));
  }

  @Needs(Permission.PEOPLE_WRITE)
  @PostMapping("/split")
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(summary = "分户", description = "members 成为新户；原户主离开时用 newHead 指定留下者的户主")
  Born split(
      @PathVariable long id,
      @RequestHeader(name = IF_MATCH, required = false) @Nullable String seen,
      @RequestBody HouseholdRequest.Split request) {
    return new Born(households.split(id, Etag.required(seen), request, from(request.from())));
  }

  @Needs(Permission.PEOPLE_WRITE)
  @PostMapping("/merge")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "并户", description = "全户并入 into 那一户，住到它的户室")
  void merge(
      @PathVariable long id,
      @RequestHeader(name = IF_MATCH, required = false) @Nullable String seen,
      @RequestBody HouseholdRequest.Merge request) {
    households.merge(id, Etag.required(seen), request, from(request.from()));
  }

  @Needs(Permission.PEOPLE_WRITE)
  @PostMapping("/leave")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "离开", description = "从 from 起全户不再住在这里")
  void leave(
      @PathVariable long id,
      @RequestHeader(name = IF_MATCH, required = false) @Nullable String seen,
      @RequestBody HouseholdRequest.Leave request) {
    households.leave(id, Etag.required(seen), request, from(request.from()));
  }

  private LocalDate from(@Nullable LocalDate from) {
    return from == null ? days.today() : from;
  }
}
