package org.shuangshi.registry.request;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Method;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.shuangshi.registry.refusal.Refusal;
import org.shuangshi.registry.refusal.Refusal.FieldFault;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Refuses query parameters a call does not have, and such as are given twice where one is meant. A
 * misspelt filter that is ignored answers a question nobody asked.
 */
@Component
public class ParameterGuard implements HandlerInterceptor {

  private final Map<Method, Allowed> known = new ConcurrentHashMap<>();

  /** Names of a call's query parameters, and those of them that may be repeated. */
  private record Allowed(Set<String> names, Set<String> repeatable) {

    static Allowed of(HandlerMethod call) {
      Set<String> names = new TreeSet<>();
      Set<String> repeatable = new TreeSet<>();
      for (MethodParameter parameter : call.getMethodParameters()) {
        RequestParam query = parameter.getParameterAnnotation(RequestParam.class);
        if (query == null) {
          continue;
        }
        String name = query.name().isEmpty() ? parameter.getParameter().getName() : query.name();
        names.add(name);
        if (Collection.class.isAssignableFrom(parameter.getParameterType())) {
          repeatable.add(name);
        }
      }
      return new Allowed(names, repeatable);
    }
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (handler instanceof HandlerMethod call
        && call.getBeanType().getName().startsWith("org.shuangshi.")) {
      check(
          known.computeIfAbsent(call.getMethod(), method -> Allowed.of(call)),
          sent(request.getQueryString()));
    }
    return true;
  }

  /** What stands behind the question mark; a form in the body is not a query. */
  private static MultiValueMap<String, String> sent(@Nullable String query) {
    MultiValueMap<String, String> sent = new LinkedMultiValueMap<>();
    UriComponentsBuilder.newInstance()
        .query(query == null ? "" : query)
        .build()
        .getQueryParams()
        .forEach(
            (name, values) -> sent.addAll(URLDecoder.decode(name, StandardCharsets.UTF_8), values));
    return sent;
  }

  private static void check(Allowed allowed, MultiValueMap<String, String> sent) {
    List<FieldFault> unknown = new ArrayList<>();
    for (Map.Entry<String, List<String>> parameter : sent.entrySet()) {
      String name = parameter.getKey();
      if (!allowed.names().contains(name)) {
        unknown.add(new FieldFault(name, "parameter.unknown", "没有这个参数"));
      } else if (parameter.getValue().size() > 1 && !allowed.repeatable().contains(name)) {
        throw Refusal.field(name, "parameter.repeated", "参数 " + name + " 只能出现一次");
      }
    }
    if (!unknown.isEmpty()) {
      throw Refusal.fields(
          "parameter.unknown",
          allowed.names().isEmpty()
              ? "此接口不接受查询参数"
              : "此接口只接受这些参数：" + String.join("、", allowed.names()),
          unknown);
    }
  }
}
