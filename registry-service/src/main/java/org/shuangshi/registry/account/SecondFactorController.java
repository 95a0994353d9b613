package org.shuangshi.registry.account;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.shuangshi.registry.permission.Reader;
import org.shuangshi.registry.permission.SignedIn;
import org.shuangshi.registry.refusal.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "second-factor", description = "两步验证：绑定验证器（RFC 6238）、登录时输入验证码、恢复码")
class SecondFactorController {
  private final SecondFactorService factors;
  private final Refuser refuser;

  SecondFactorController(SecondFactorService factors, Refuser refuser) {
    this.factors = factors;
    this.refuser = refuser;
  }

  /** Codes for the day the device is lost, said this once. */
  record RecoveryCodes(List<String> recoveryCodes) {}

  @SignedIn(early = true)
  @PostMapping("/api/account/totp")
  @Operation(summary = "生成验证器的密钥", description = "uri 供二维码；输入第一个验证码后生效")
  SecondFactorService.Enrolment begin() {
    session();
    return factors.begin(Reader.current());
  }

  @SignedIn(early = true)
  @PostMapping("/api/account/totp/confirm")
  @Operation(summary = "绑定验证器", description = "输入验证器上的第一个验证码；得到恢复码，只显示这一次")
  RecoveryCodes confirm(
      @RequestBody CodeRequest asked, HttpServletRequest request, HttpServletResponse response) {
    long session = session();
    List<String> codes =
        factors.confirm(
            Reader.current(), Required.of("code", asked.code()), Cookies.origin(request));
    Cookies.put(request, response, factors.raise(session));
    return new RecoveryCodes(codes);
  }

  @SignedIn(early = true)
  @PostMapping("/api/session/second-factor")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "登录的第二步", description = "验证器上的验证码，或一个恢复码")
  void give(
      @RequestBody CodeRequest asked, HttpServletRequest request, HttpServletResponse response) {
    long session = session();
    factors.give(
        Reader.current(), Required.of("code", asked.code()), Cookies.origin(request, response));
    Cookies.put(request, response, factors.raise(session));
  }

  @SignedIn
  @PostMapping("/api/account/totp/remove")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "解除绑定", description = "要输入一个验证码或恢复码")
  void remove(@RequestBody CodeRequest asked, HttpServletRequest request) {
    factors.remove(Reader.current(), Required.of("code", asked.code()), Cookies.origin(request));
  }

  @ExceptionHandler
  void tooEarly(
      Throttle.TooEarlyException e, HttpServletRequest request, HttpServletResponse response) {
    refuser.refuse(request, response, e);
  }

  private static long session() {
    Authentication found = SecurityContextHolder.getContext().getAuthentication();
    if (found instanceof Identification known && known.session() != null) {
      return known.session();
    }
    throw Refusal.of(Refusal.Kind.CONFLICT, "session.none", "两步验证只用于浏览器登录，令牌不需要");
  }
}
