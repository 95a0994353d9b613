package org.shuangshi.registry.account;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.shuangshi.registry.account.OwnAccountResponse.NewToken;
import org.shuangshi.registry.permission.Reader;
import org.shuangshi.registry.permission.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/account")
@Tag(name = "account", description = "自己的账号：密码、登录着的浏览器、程序用的令牌、授权")
class OwnAccountController {
  private final OwnAccountService own;
  private final SessionService sessions;
  private final TokenService tokens;
  private final Refuser refuser;

  OwnAccountController(
      OwnAccountService own, SessionService sessions, TokenService tokens, Refuser refuser) {
    this.own = own;
    this.sessions = sessions;
    this.tokens = tokens;
    this.refuser = refuser;
  }

  @SignedIn
  @GetMapping
  @Operation(summary = "我的账号")
  OwnAccountResponse get() {
    return own.get(Reader.current(), session());
  }

  @SignedIn(early = true)
  @PostMapping("/password")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "改密码", description = "其他登录随之退出；至少 12 个字符，不限种类，常见密码除外")
  void setPassword(@RequestBody PasswordRequest asked, HttpServletRequest request) {
    own.setPassword(
        Reader.current(),
        Cookies.origin(request),
        Required.of("current", asked.current()),
        Required.of("password", asked.password()),
        session());
  }

  @SignedIn(early = true)
  @DeleteMapping("/sessions")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "在所有浏览器上退出", description = "包括发出请求的这一个")
  void endAll(HttpServletRequest request, HttpServletResponse response) {
    sessions.endAll(Reader.current().account(), null);
    Cookies.clear(request, response);
  }

  @SignedIn
  @DeleteMapping("/sessions/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "退出某个浏览器上的登录")
  void end(@PathVariable long id) {
    sessions.end(Reader.current().account(), id);
  }

  @SignedIn
  @PostMapping("/tokens")
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(summary = "新建令牌", description = "程序用它登录：Bearer，或 HTTP Basic 的口令；令牌只在此时显示一次")
  NewToken makeToken(@RequestBody TokenRequest asked) {
    TokenService.Made made = own.makeToken(Reader.current(), asked.name(), asked.days());
    return new NewToken(made.id(), made.secret(), made.expires());
  }

  @SignedIn
  @DeleteMapping("/tokens/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "撤回令牌", description = "立即失效")
  void takeBack(@PathVariable long id) {
    tokens.takeBack(Reader.current().account(), id);
  }

  @ExceptionHandler
  void tooEarly(
      Throttle.TooEarlyException e, HttpServletRequest request, HttpServletResponse response) {
    refuser.refuse(request, response, e);
  }

  /** The session that asks; null where a token does. */
  private static @Nullable Long session() {
    Authentication found = SecurityContextHolder.getContext().getAuthentication();
    return found instanceof Identification known ? known.session() : null;
  }
}
