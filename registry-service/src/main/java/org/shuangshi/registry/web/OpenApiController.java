package org.shuangshi.registry.web;

import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.enums.SecuritySchemeIn;
import io.swagger.v3.oas.annotations.enums.SecuritySchemeType;
import io.swagger.v3.oas.annotations.info.Info;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.security.SecurityScheme;
import io.swagger.v3.oas.annotations.servers.Server;
import org.shuangshi.registry.permission.SignedIn;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The description of the API this service was built with; a test keeps it true. */
@RestController
@Hidden
@OpenAPIDefinition(
    info =
        @Info(
            title = "双实登记库",
            version = "0.1",
            description = "实有房屋与实有人口的空间登记库。坐标均为 EPSG:4490，先经度后纬度；日期为 Asia/Shanghai 的日。"),
    servers = @Server(url = "/"),
    security = {
      @SecurityRequirement(name = "token"),
      @SecurityRequirement(name = "basic"),
      @SecurityRequirement(name = "session")
    })
@SecurityScheme(
    name = "token",
    type = SecuritySchemeType.HTTP,
    scheme = "bearer",
    description = "程序：在“我的账号”里新建的令牌")
@SecurityScheme(
    name = "basic",
    type = SecuritySchemeType.HTTP,
    scheme = "basic",
    description = "程序：用户名，口令处填令牌；只有演示账号可以用密码")
@SecurityScheme(
    name = "session",
    type = SecuritySchemeType.APIKEY,
    in = SecuritySchemeIn.COOKIE,
    paramName = "registry_session",
    description = "浏览器：登录后的 Cookie；写入时请求头 X-XSRF-TOKEN 带上 Cookie XSRF-TOKEN 的值")
class OpenApiController {

  @SignedIn
  @GetMapping(path = "/api/openapi.json", produces = MediaType.APPLICATION_JSON_VALUE)
  Resource description() {
    return new ClassPathResource("openapi.json");
  }
}
