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
@RequestMapping("/api/persons")
@Tag(name = "persons", description = "人：到来、迁居、户口迁移、离开、注销；If-Match 为此人的 etag")
class PersonController {
  private static final String IF_MATCH = "If-Match";

  private final PersonService persons;
  private final Days days;

  PersonController(PersonService persons, Days days) {
    this.persons = persons;
    this.days = days;
  }

  @Needs(Permission.PEOPLE_WRITE)
  @PostMapping("/arrive")
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(summary = "到来", description = "登记一个新的人和住处")
  Born arrive(@RequestBody PersonRequest.Arrive request) {
    return new Born(persons.arrive(request, from(request.from())));
  }

  @Needs(Permission.PEOPLE_WRITE)
  @PostMapping("/{id}/move")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "迁居", description = "主要居所从 from 起换到别处")
  void move(
      @PathVariable long id,
      @RequestHeader(name = IF_MATCH, required = false) @Nullable String seen,
      @RequestBody PersonRequest.Move request) {
    persons.move(id, Etag.required(seen), request, from(request.from()));
  }

  @Needs(Permission.PEOPLE_WRITE)
  @PostMapping("/{id}/leave")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "离开", description = "从 from 起不再住在这里，记录仍在")
  void leave(
      @PathVariable long id,
      @RequestHeader(name = IF_MATCH, required = false) @Nullable String seen,
      @RequestBody PersonRequest.Leave request) {
    persons.leave(id, Etag.required(seen), request, from(request.from()));
  }

  @Needs(Permission.PEOPLE_WRITE)
  @PostMapping("/{id}/die")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "死亡注销", description = "从 from 起不再有此人；以前的日子照旧可查")
  void die(
      @PathVariable long id,
      @RequestHeader(name = IF_MATCH, required = false) @Nullable String seen,
      @RequestBody PersonRequest.Leave request) {
    persons.die(id, Etag.required(seen), request, from(request.from()));
  }

  @Needs(Permission.PEOPLE_WRITE)
  @PostMapping("/{id}/register")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(
      summary = "户口迁移",
      description =
          "户籍从 from 起在别处：registeredAddress、registeredRegionCode、registrationBook（不给则没有户号）；住处不变")
  void register(
      @PathVariable long id,
      @RequestHeader(name = IF_MATCH, required = false) @Nullable String seen,
      @RequestBody PersonRequest.Register request) {
    persons.register(id, Etag.required(seen), request, from(request.from()));
  }

  private LocalDate from(@Nullable LocalDate from) {
    return from == null ? days.today() : from;
  }
}
