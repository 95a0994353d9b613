package org.shuangshi.registry.problem;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.shuangshi.registry.refusal.Refusal.FieldFault;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Makes problem documents, with the Chinese words for each status. */
final class Problems {

  private Problems() {}

  static ResponseEntity<Problem> answer(
      HttpStatus status,
      String code,
      String detail,
      List<FieldFault> faults,
      HttpServletRequest request) {
    return answer(status, code, detail, faults, request, new HttpHeaders());
  }

  static ResponseEntity<Problem> answer(
      HttpStatus status,
      String code,
      String detail,
      List<FieldFault> faults,
      HttpServletRequest request,
      HttpHeaders headers) {
    return ResponseEntity.status(status)
        .headers(headers)
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(of(status, code, detail, faults, request.getRequestURI()));
  }

  static Problem of(
      HttpStatus status, String code, String detail, List<FieldFault> faults, String path) {
    return new Problem(
        "about:blank",
        title(status),
        status.value(),
        detail,
        path,
        code,
        faults.isEmpty() ? null : faults);
  }

  static String title(HttpStatus status) {
    return switch (status) {
      case BAD_REQUEST -> "请求有误";
      case UNAUTHORIZED -> "没有登录";
      case FORBIDDEN -> "不允许";
      case NOT_FOUND -> "没有找到";
      case METHOD_NOT_ALLOWED -> "不支持的方法";
      case NOT_ACCEPTABLE -> "没有所要的格式";
      case CONFLICT -> "与现状不符";
      case PRECONDITION_FAILED -> "已被别人改过";
      case PRECONDITION_REQUIRED -> "没有说明依据哪个版本";
      case GONE -> "已经过期";
      case CONTENT_TOO_LARGE -> "内容太大";
      case UNSUPPORTED_MEDIA_TYPE -> "不支持的内容类型";
      case MISDIRECTED_REQUEST -> "地址不对";
      case TOO_MANY_REQUESTS -> "请求太多";
      case SERVICE_UNAVAILABLE -> "暂时不可用";
      default -> status.is4xxClientError() ? "请求有误" : "服务出错";
    };
  }

  /** Code of an error that says nothing beyond its status. */
  static String code(HttpStatus status) {
    return switch (status) {
      case CONTENT_TOO_LARGE -> "body.too-large";
      case MISDIRECTED_REQUEST -> "host.unknown";
      default -> status.is5xxServerError() ? "server.error" : "http." + status.value();
    };
  }

  static String detail(HttpStatus status) {
    return switch (status) {
      case CONTENT_TOO_LARGE -> "请求体太大";
      case MISDIRECTED_REQUEST -> "只回答以本机地址（localhost 或 127.0.0.1）发来的请求";
      case NOT_FOUND -> "没有这个地址";
      case NOT_ACCEPTABLE -> "此地址给不出 Accept 所要的格式";
      case BAD_REQUEST -> "请求不合 HTTP 的规则，例如地址里有未转义的字符";
      default -> status.is4xxClientError() ? "请求无法处理" : "服务内部出错，已记入日志；请稍后再试或联系管理员";
    };
  }
}
