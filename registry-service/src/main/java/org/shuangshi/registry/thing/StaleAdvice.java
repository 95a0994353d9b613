package org.shuangshi.registry.thing;

import jakarta.servlet.http.HttpServletRequest;
import org.shuangshi.registry.edit.StaleException;
import org.shuangshi.registry.request.Days;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Whoever writes by whatever verb of what was changed meanwhile is told so in one way. */
@RestControllerAdvice
@Order(0) // before the table of all other problems
class StaleAdvice {
  private final ThingService things;
  private final Days days;

  StaleAdvice(ThingService things, Days days) {
    this.things = things;
    this.days = days;
  }

  @ExceptionHandler
  ResponseEntity<Stale> stale(StaleException e, HttpServletRequest request) {
    return ResponseEntity.status(HttpStatus.PRECONDITION_FAILED)
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(things.stale(e, days.today(), request.getRequestURI()));
  }
}
