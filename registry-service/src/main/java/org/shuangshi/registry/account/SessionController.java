package org.shuangshi.registry.account;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.shuangshi.registry.permission.Anybody;
import org.shuangshi.registry.permission.Reader;
import org.shuangshi.registry.permission.SignedIn;
import org.shuangshi.registry.refusal.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(
    name = "session",
    description = "登录与退出：浏览器用 Cookie，写入时请求头 X-XSRF-TOKEN 带上 Cookie XSRF-TOKEN 的值")
class SessionController {
  private final SignInService signIn;
  private final SessionService sessions;
  private final FirstAdministratorService first;
  private final Identifier identifier;
  private final Refuser refuser;

  SessionController(
      SignInService signIn,
      SessionService sessions,
      FirstAdministratorService first,
      Identifier identifier,
      Refuser refuser) {
    this.signIn = signIn;
    this.sessions = sessions;
    this.first = first;
    this.identifier = identifier;
    this.refuser = refuser;
  }

  @Anybody
  @GetMapping("/api/session")
  @Operation(summary = "当前登录", description = "未登录时 who 为 null")
  @SecurityRequirements
  SessionResponse get() {
    Authentication found = SecurityContextHolder.getContext().getAuthentication();
    return answer(
        found instanceof Identification known
            ? SessionResponse.SignedIn.of(known.getPrincipal())
            : null);
  }

  @Anybody
  @PostMapping(path = "/api/session", consumes = MediaType.APPLICATION_JSON_VALUE)
  @Operation(summary = "登录", description = "得到 Cookie；试错多次后要等待，Retry-After 为秒数")
  @SecurityRequirements
  SessionResponse begin(
      @RequestBody SignInRequest asked, HttpServletRequest request, HttpServletResponse response) {
    Origin origin = Cookies.origin(request, response);
    String secret =
        signIn.signIn(
            Required.of("name", asked.name()), Required.of("password", asked.password()), origin);
    return begun(secret, origin, request, response);
  }

  @Anybody
  @PostMapping(path = "/api/first-administrator", consumes = MediaType.APPLICATION_JSON_VALUE)
  @Operation(summary = "建立第一个管理员", description = "还没有任何账号时，用终端上打印的一次性口令；成功即登录")
  @SecurityRequirements
  SessionResponse first(
      @RequestBody FirstAdministratorRequest asked,
      HttpServletRequest request,
      HttpServletResponse response) {
    Origin origin = Cookies.origin(request, response);
    String secret =
        first.make(
            Required.of("token", asked.token()),
            Required.of("name", asked.name()),
            Required.of("displayName", asked.displayName()),
            Required.of("password", asked.password()),
            origin);
    return begun(secret, origin, request, response);
  }

  @SignedIn(early = true)
  @DeleteMapping("/api/session")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "退出")
  void end(HttpServletRequest request, HttpServletResponse response) {
    Authentication found = SecurityContextHolder.getContext().getAuthentication();
    if (!(found instanceof Identification known) || known.session() == null) {
      throw Refusal.of(Refusal.Kind.CONFLICT, "session.none", "令牌没有会话可退出；要停用它，请撤回令牌");
    }
    sessions.end(Reader.current().account(), known.session());
    Cookies.clear(request, response);
  }

  @ExceptionHandler
  void tooEarly(
      Throttle.TooEarlyException e, HttpServletRequest request, HttpServletResponse response) {
    refuser.refuse(request, response, e);
  }

  private SessionResponse begun(
      String secret, Origin origin, HttpServletRequest request, HttpServletResponse response) {
    Cookies.put(request, response, secret);
    return answer(
        identifier
            .bySession(secret, origin)
            .map(found -> SessionResponse.SignedIn.of(found.getPrincipal()))
            .orElse(null));
  }

  private SessionResponse answer(SessionResponse.@org.jspecify.annotations.Nullable SignedIn who) {
    return new SessionResponse(
        who, signIn.hasDemo(), who == null && first.isMissing(), signIn.provider());
  }
}
