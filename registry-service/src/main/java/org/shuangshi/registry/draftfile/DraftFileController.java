package org.shuangshi.registry.draftfile;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.shuangshi.registry.permission.Needs;
import org.shuangshi.registry.permission.Permission;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "grid-plan-files", description = "网格方案：读取图形文件")
class DraftFileController {
  private final DraftFileReader reader;

  DraftFileController(DraftFileReader reader) {
    this.reader = reader;
  }

  @Needs(Permission.GRID_PLAN)
  @PutMapping("/api/grid-plans/polygons")
  @Operation(
      summary = "读取图形文件",
      description =
          "正文就是文件：GeoJSON、Shapefile（zip）、GeoPackage、KML、FlatGeobuf；fileName 的扩展名说明格式。"
              + "转为 CGCS2000 经纬度；没有写明坐标系又不是经纬度的，用 crs 指明；有几个图层的，用 layer 选定。不保存",
      requestBody =
          @io.swagger.v3.oas.annotations.parameters.RequestBody(
              required = true,
              content =
                  @Content(
                      mediaType = MediaType.APPLICATION_OCTET_STREAM_VALUE,
                      schema = @Schema(type = "string", format = "binary"))))
  DraftFile read(
      @RequestParam String fileName,
      @RequestParam(required = false) @Nullable String layer,
      @RequestParam(required = false) @Nullable String crs,
      @Parameter(hidden = true) HttpServletRequest request)
      throws IOException {
    return reader.read(fileName, layer, crs, request.getInputStream());
  }
}
