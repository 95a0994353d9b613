package org.shuangshi.registry.permission;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.shuangshi.registry.refusal.Refusal;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Holds every call to what it declares by {@link Needs}, {@link SignedIn} or {@link Anybody}. A
 * call that declares nothing, or two of them, keeps the service from starting.
 */
@Component
public class PermissionGuard implements HandlerInterceptor, SmartInitializingSingleton {
  private static final String OURS = "org.shuangshi.";

  /** Asked for late: the mapping itself has this guard among its interceptors. */
  private final ObjectProvider<RequestMappingHandlerMapping> calls;

  PermissionGuard(
      @Qualifier("requestMappingHandlerMapping")
          ObjectProvider<RequestMappingHandlerMapping> calls) {
    this.calls = calls;
  }

  @Override
  public void afterSingletonsInstantiated() {
    List<String> undeclared = undeclared(calls.getObject().getHandlerMethods().values());
    if (!undeclared.isEmpty()) {
      throw new IllegalStateException("calls without one declared permission: " + undeclared);
    }
  }

  static List<String> undeclared(Iterable<HandlerMethod> calls) {
    List<String> undeclared = new ArrayList<>();
    for (HandlerMethod call : calls) {
      int declared = 0;
      Needs needs = call.getMethodAnnotation(Needs.class);
      declared += needs != null && needs.value().length > 0 ? 1 : 0;
      declared += call.hasMethodAnnotation(SignedIn.class) ? 1 : 0;
      declared += call.hasMethodAnnotation(Anybody.class) ? 1 : 0;
      if (isOurs(call) && declared != 1) {
        undeclared.add(call.getShortLogMessage());
      }
    }
    return undeclared;
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (handler instanceof HandlerMethod call && isOurs(call)) {
      check(call);
    }
    return true;
  }

  private static boolean isOurs(HandlerMethod call) {
    return call.getBeanType().getName().startsWith(OURS);
  }

  private static void check(HandlerMethod call) {
    if (call.hasMethodAnnotation(Anybody.class)) {
      return;
    }
    Reader reader = Reader.current();
    SignedIn signedIn = call.getMethodAnnotation(SignedIn.class);
    if (signedIn != null) {
      if (!signedIn.early()) {
        reader.requireReady();
      }
      return;
    }
    Needs needs = call.getMethodAnnotation(Needs.class);
    if (needs == null) {
      throw Refusal.of(Refusal.Kind.FORBIDDEN, "permission.undeclared", "此接口没有声明所需权限");
    }
    Permission[] any = needs.value();
    if (Arrays.stream(any).noneMatch(reader::may)) {
      reader.require(any[0]);
    }
  }
}
