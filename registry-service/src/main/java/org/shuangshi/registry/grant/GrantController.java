package org.shuangshi.registry.grant;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
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
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/accounts/{account}/grants")
@Tag(name = "grants", description = "授权：谁在哪个范围、哪些日子有哪个角色；立即生效")
class GrantController {
  private final GrantService grants;

  GrantController(GrantService grants) {
    this.grants = grants;
  }

  @Needs(Permission.ACCOUNT_MANAGE)
  @GetMapping
  @Operation(summary = "一个账号的授权")
  Page<Grant> list(@PathVariable long account) {
    return new Page<>(grants.ofAccount(account), null);
  }

  @Needs(Permission.ACCOUNT_MANAGE)
  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(
      summary = "授权",
      description = "region 为区划代码（含其下全部），grid 为网格编码，都不给为全市；只能在自己管理的范围内授权，不能给自己")
  Page<Grant> make(@PathVariable long account, @RequestBody GrantRequest asked) {
    return new Page<>(grants.make(account, asked), null);
  }

  @Needs(Permission.ACCOUNT_MANAGE)
  @DeleteMapping("/{id}")
  @Operation(summary = "收回授权", description = "立即不再有效；最后一个系统管理员的收不回")
  Page<Grant> end(@PathVariable long account, @PathVariable long id) {
    return new Page<>(grants.end(account, id), null);
  }
}
