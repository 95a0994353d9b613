package org.shuangshi.registry.problem;

import java.util.stream.Collectors;
import org.shuangshi.registry.refusal.Refusal.FieldFault;
import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** What is wrong with a body that could not be read, said without the parser's own words. */
final class BodyFault {

  private BodyFault() {}

  static FieldFault of(HttpMessageNotReadableException e) {
    Throwable cause = e.getCause();
    if (cause instanceof UnrecognizedPropertyException unknown) {
      String known =
          unknown.getKnownPropertyIds() == null
              ? ""
              : unknown.getKnownPropertyIds().stream()
                  .map(Object::toString)
                  .sorted()
                  .collect(Collectors.joining("、"));
      return new FieldFault(
          pathOf(unknown), "body.unknown-field", "没有字段 " + pathOf(unknown) + "；只接受 " + known);
    }
    if (cause instanceof InvalidFormatException invalid) {
      String expected =
          invalid.getTargetType().isEnum() ? "；应为 " + Words.of(invalid.getTargetType()) : "";
      return new FieldFault(
          pathOf(invalid), "body.invalid", "字段 " + pathOf(invalid) + " 的值不合要求" + expected);
    }
    if (cause instanceof MismatchedInputException mismatched && !mismatched.getPath().isEmpty()) {
      return new FieldFault(
          pathOf(mismatched), "body.invalid", "字段 " + pathOf(mismatched) + " 的类型不对");
    }
    if (cause instanceof JacksonException) {
      return new FieldFault("", "body.not-json", "请求体不是合法的 JSON");
    }
    return new FieldFault("", "body.missing", "缺少请求体，或读取中断");
  }

  private static String pathOf(JacksonException e) {
    StringBuilder path = new StringBuilder();
    for (JacksonException.Reference step : e.getPath()) {
      if (step.getPropertyName() == null) {
        path.append('[').append(step.getIndex()).append(']');
      } else {
        path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
      }
    }
    return path.toString();
  }
}
