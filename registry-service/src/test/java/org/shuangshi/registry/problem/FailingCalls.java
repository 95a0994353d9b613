package org.shuangshi.registry.problem;

import io.swagger.v3.oas.annotations.Hidden;
import org.shuangshi.registry.permission.SignedIn;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Calls of the tests' service that fail in ways the others should not. */
@RestController
@Hidden
class FailingCalls {
  private final JdbcClient jdbc;

  FailingCalls(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @SignedIn
  @GetMapping("/failing/bug")
  String bug() {
    throw new IllegalStateException("secret of the inside");
  }

  @SignedIn
  @GetMapping("/failing/statement")
  String statement() {
    return jdbc.sql("SELECT secret FROM nowhere").query(String.class).single();
  }

  /** What PostgreSQL raises where statement_timeout cuts a statement off. */
  @SignedIn
  @GetMapping("/failing/timeout")
  String timeout() {
    return jdbc.sql(
            "DO $$ BEGIN RAISE EXCEPTION 'canceling statement' USING ERRCODE = '57014'; END $$")
        .query(String.class)
        .single();
  }

  /** What PostgreSQL raises where it is stopped under a statement. */
  @SignedIn
  @GetMapping("/failing/stop")
  String stop() {
    return jdbc.sql(
            "DO $$ BEGIN RAISE EXCEPTION 'terminating secret' USING ERRCODE = '57P01'; END $$")
        .query(String.class)
        .single();
  }

  @SignedIn
  @GetMapping("/failing/connection")
  String connection() {
    throw new CannotGetJdbcConnectionException("secret of the pool");
  }
}
