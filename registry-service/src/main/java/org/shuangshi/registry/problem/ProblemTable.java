package org.shuangshi.registry.problem;

import jakarta.servlet.http.HttpServletRequest;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.shuangshi.registry.refusal.Refusal;
import org.shuangshi.registry.refusal.Refusal.FieldFault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/**
 * What can go wrong, and the document each becomes. Messages of other people's exceptions go to the
 * log and never into an answer.
 */
@RestControllerAdvice
class ProblemTable {
  private static final Logger log = LoggerFactory.getLogger(ProblemTable.class);

  /** SQLSTATE of a statement cut off by statement_timeout. */
  private static final String QUERY_CANCELED = "57014";

  /** SQLSTATE class of a connection that is lost. */
  private static final String CONNECTION = "08";

  /** SQLSTATEs of a server that stops or starts: admin_shutdown, crash_shutdown and the like. */
  private static final String STOPPING = "57P";

  @ExceptionHandler
  ResponseEntity<Problem> refused(Refusal refusal, HttpServletRequest request) {
    HttpStatus status =
        switch (refusal.kind()) {
          case INVALID -> HttpStatus.BAD_REQUEST;
          case UNKNOWN -> HttpStatus.NOT_FOUND;
          case NOT_READY, CONFLICT -> HttpStatus.CONFLICT;
          case OVERTAKEN -> HttpStatus.PRECONDITION_FAILED;
          case VERSION_MISSING -> HttpStatus.PRECONDITION_REQUIRED;
          case GONE -> HttpStatus.GONE;
          case BUSY -> HttpStatus.TOO_MANY_REQUESTS;
          case TOO_LARGE -> HttpStatus.CONTENT_TOO_LARGE;
          case SIGNED_OUT -> HttpStatus.UNAUTHORIZED;
          case FORBIDDEN -> HttpStatus.FORBIDDEN;
        };
    return Problems.answer(status, refusal.code(), refusal.message(), refusal.faults(), request);
  }

  @ExceptionHandler
  ResponseEntity<Problem> mismatched(
      MethodArgumentTypeMismatchException e, HttpServletRequest request) {
    String message = "“" + e.getName() + "”的值不合要求：" + expected(typeOf(e.getParameter()));
    return invalid("parameter.invalid", e.getName(), message, request);
  }

  @ExceptionHandler
  ResponseEntity<Problem> unreadable(
      HttpMessageNotReadableException e, HttpServletRequest request) {
    FieldFault fault = BodyFault.of(e);
    return Problems.answer(
        HttpStatus.BAD_REQUEST,
        fault.code(),
        fault.message(),
        fault.field().isEmpty() ? List.of() : List.of(fault),
        request);
  }

  @ExceptionHandler
  ResponseEntity<Problem> methodNotAllowed(
      HttpRequestMethodNotSupportedException e, HttpServletRequest request) {
    String allowed =
        e.getSupportedMethods() == null ? "" : String.join("、", e.getSupportedMethods());
    return Problems.answer(
        HttpStatus.METHOD_NOT_ALLOWED,
        "method.not-allowed",
        "此地址不接受 " + e.getMethod() + "，只接受 " + allowed,
        List.of(),
        request,
        e.getHeaders());
  }

  @ExceptionHandler
  ResponseEntity<Problem> unsupported(
      HttpMediaTypeNotSupportedException e, HttpServletRequest request) {
    String taken =
        e.getSupportedMediaTypes().stream()
            .map(MediaType::toString)
            .filter(type -> !type.contains("*"))
            .collect(Collectors.joining("、"));
    return Problems.answer(
        HttpStatus.UNSUPPORTED_MEDIA_TYPE,
        "body.type",
        "请求体的类型不受支持；请用 " + (taken.isEmpty() ? "application/json" : taken),
        List.of(),
        request);
  }

  @ExceptionHandler
  ResponseEntity<Problem> noConnection(
      CannotGetJdbcConnectionException e, HttpServletRequest request) {
    return unreachable(e, request);
  }

  private static ResponseEntity<Problem> unreachable(
      DataAccessException e, HttpServletRequest request) {
    log.error("No connection to the database for {}", request.getRequestURI(), e);
    return Problems.answer(
        HttpStatus.SERVICE_UNAVAILABLE,
        "database.unreachable",
        "数据库暂时连不上，请稍后再试",
        List.of(),
        request);
  }

  @ExceptionHandler
  ResponseEntity<Problem> database(DataAccessException e, HttpServletRequest request) {
    String state =
        e.getMostSpecificCause() instanceof SQLException sql
            ? String.valueOf(sql.getSQLState())
            : "";
    if (state.startsWith(CONNECTION) || state.startsWith(STOPPING)) {
      return unreachable(e, request);
    }
    if (QUERY_CANCELED.equals(state)) {
      return Problems.answer(
          HttpStatus.SERVICE_UNAVAILABLE,
          "query.too-long",
          "查询超时；请缩小范围或减少每页条数",
          List.of(),
          request);
    }
    return uncaught(e, request);
  }

  /** Everything else: Spring's own errors by their status, the rest a 500. */
  @ExceptionHandler
  ResponseEntity<Problem> uncaught(Exception e, HttpServletRequest request) {
    if (e instanceof ErrorResponse known && known.getStatusCode().is4xxClientError()) {
      HttpStatus status = HttpStatus.valueOf(known.getStatusCode().value());
      return Problems.answer(
          status,
          Problems.code(status),
          Problems.detail(status),
          List.of(),
          request,
          allowOnly(known.getHeaders()));
    }
    log.error("Uncaught while answering {} {}", request.getMethod(), request.getRequestURI(), e);
    return Problems.answer(
        HttpStatus.INTERNAL_SERVER_ERROR,
        Problems.code(HttpStatus.INTERNAL_SERVER_ERROR),
        Problems.detail(HttpStatus.INTERNAL_SERVER_ERROR),
        List.of(),
        request);
  }

  private static HttpHeaders allowOnly(HttpHeaders headers) {
    HttpHeaders kept = new HttpHeaders();
    List<String> accept = headers.get(HttpHeaders.ACCEPT);
    if (accept != null) {
      kept.addAll(HttpHeaders.ACCEPT, accept);
    }
    return kept;
  }

  private static ResponseEntity<Problem> invalid(
      String code, String field, String message, HttpServletRequest request) {
    return Problems.answer(
        HttpStatus.BAD_REQUEST,
        code,
        message,
        List.of(new FieldFault(field, code, message)),
        request);
  }

  /** What a parameter holds; of a list, what its items are. */
  private static Class<?> typeOf(MethodParameter parameter) {
    ResolvableType type = ResolvableType.forMethodParameter(parameter);
    return Collection.class.isAssignableFrom(type.toClass())
        ? type.asCollection().getGeneric(0).toClass()
        : type.toClass();
  }

  private static String expected(Class<?> type) {
    if (type.isEnum()) {
      return "应为 " + Words.of(type);
    }
    return switch (type.getSimpleName().toLowerCase(Locale.ROOT)) {
      case "localdate" -> "应为日期，形如 2026-01-31";
      case "int", "integer", "long" -> "应为整数";
      case "boolean" -> "应为 true 或 false";
      default -> "请查看接口说明允许的值";
    };
  }
}
