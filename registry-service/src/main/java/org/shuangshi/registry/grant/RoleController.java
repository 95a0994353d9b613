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
@RequestMapping("/api/roles")
@Tag(name = "roles", description = "角色：一组权限，和看得到哪些个人字段")
class RoleController {
  private final RoleService roles;

  RoleController(RoleService roles) {
    this.roles = roles;
  }

  @Needs(Permission.ACCOUNT_MANAGE)
  @GetMapping
  @Operation(summary = "角色")
  Page<RoleResponse> list() {
    return new Page<>(roles.list(), null);
  }

  @Needs(Permission.ACCOUNT_MANAGE)
  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(summary = "新建角色")
  RoleResponse make(@RequestBody RoleRequest asked) {
    return roles.make(asked);
  }

  @Needs(Permission.ACCOUNT_MANAGE)
  @PostMapping("/{id}")
  @Operation(summary = "改角色", description = "自带的角色不能改；对有这个角色的账号立即生效")
  RoleResponse change(@PathVariable long id, @RequestBody RoleRequest asked) {
    return roles.change(id, asked);
  }

  @Needs(Permission.ACCOUNT_MANAGE)
  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "删除角色", description = "从未授予过的才能删除")
  void remove(@PathVariable long id) {
    roles.remove(id);
  }
}
