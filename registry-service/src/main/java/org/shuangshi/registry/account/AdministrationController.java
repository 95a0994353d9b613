package org.shuangshi.registry.account;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.shuangshi.registry.account.OwnAccountResponse.NewToken;
import org.shuangshi.registry.permission.Needs;
import org.shuangshi.registry.permission.Permission;
import org.shuangshi.registry.request.Page;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/accounts")
@Tag(name = "accounts", description = "账号管理：新建、停用、重置密码、退出登录、程序的令牌")
class AdministrationController {
  private final AdministrationService administration;

  AdministrationController(AdministrationService administration) {
    this.administration = administration;
  }

  @Needs(Permission.ACCOUNT_MANAGE)
  @GetMapping
  @Operation(summary = "账号列表", description = "按用户名排序；words 为用户名或姓名的一部分")
  Page<AccountResponse> list(
      @RequestParam(required = false) @Nullable String words,
      @RequestParam(defaultValue = Page.USUAL_LIMIT) int limit,
      @RequestParam(required = false) @Nullable String after) {
    return administration.list(words, limit, after);
  }

  @Needs(Permission.ACCOUNT_MANAGE)
  @GetMapping("/{id}")
  @Operation(summary = "一个账号", description = "含授权、登录着的浏览器和令牌")
  AccountCardResponse get(@PathVariable long id) {
    return administration.get(id);
  }

  @Needs(Permission.ACCOUNT_MANAGE)
  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(summary = "新建账号", description = "人得到一个临时密码，只显示这一次，登录后必须改掉；程序只用令牌")
  PassingPassword make(@RequestBody AccountRequest asked) {
    return administration.make(asked);
  }

  @Needs(Permission.ACCOUNT_MANAGE)
  @PostMapping("/{id}/disable")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "停用账号", description = "立即生效；最后一个系统管理员停不了")
  void disable(@PathVariable long id) {
    administration.disable(id);
  }

  @Needs(Permission.ACCOUNT_MANAGE)
  @PostMapping("/{id}/enable")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "恢复账号")
  void enable(@PathVariable long id) {
    administration.enable(id);
  }

  @Needs(Permission.ACCOUNT_MANAGE)
  @PostMapping("/{id}/reset")
  @Operation(summary = "重置密码", description = "给一个临时密码，只显示这一次；登录着的都退出")
  PassingPassword reset(@PathVariable long id, @RequestBody ResetRequest asked) {
    return administration.reset(id, Boolean.TRUE.equals(asked.authenticator()));
  }

  @Needs(Permission.ACCOUNT_MANAGE)
  @DeleteMapping("/{id}/sessions")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "让账号在所有浏览器上退出")
  void endSessions(@PathVariable long id) {
    administration.endSessions(id);
  }

  @Needs(Permission.ACCOUNT_MANAGE)
  @PostMapping("/{id}/tokens")
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(summary = "给程序账号发令牌", description = "令牌只显示这一次")
  NewToken makeToken(@PathVariable long id, @RequestBody TokenRequest asked) {
    TokenService.Made made = administration.makeToken(id, asked);
    return new NewToken(made.id(), made.secret(), made.expires());
  }

  @Needs(Permission.ACCOUNT_MANAGE)
  @DeleteMapping("/{id}/tokens/{token}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "撤回令牌", description = "立即失效")
  void takeBack(@PathVariable long id, @PathVariable long token) {
    administration.takeBack(id, token);
  }
}
