package org.shuangshi.registry.web;

import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.info.Info;
import io.swagger.v3.oas.annotations.servers.Server;
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
    servers = @Server(url = "/"))
class OpenApiController {

  @GetMapping(path = "/api/openapi.json", produces = MediaType.APPLICATION_JSON_VALUE)
  Resource description() {
    return new ClassPathResource("openapi.json");
  }
}
