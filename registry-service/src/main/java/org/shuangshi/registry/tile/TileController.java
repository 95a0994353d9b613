package org.shuangshi.registry.tile;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.shuangshi.registry.permission.Needs;
import org.shuangshi.registry.permission.Permission;
import org.shuangshi.registry.request.Days;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

@RestController
@Tag(name = "tiles", description = "矢量瓦片")
class TileController {
  private static final String MVT = "application/vnd.mapbox-vector-tile";

  private final TileService tiles;
  private final Days days;

  TileController(TileService tiles, Days days) {
    this.tiles = tiles;
    this.days = days;
  }

  /**
   * The ETag is weak: the bytes go out compressed or not. It is looked at before the tile is made.
   */
  @Needs(Permission.REGISTER_READ)
  @GetMapping(path = "/tiles/{layer}/{z}/{x}/{y}.mvt", produces = MVT)
  @Operation(
      summary = "一块瓦片",
      description = "图层 buildings（z≥13）、grids（z≥11）、regions、addresses（z≥17）、context")
  @ApiResponse(
      responseCode = "200",
      content = @Content(mediaType = MVT, schema = @Schema(type = "string", format = "binary")))
  @ApiResponse(responseCode = "204", description = "此处没有内容", content = @Content)
  @ApiResponse(responseCode = "304", description = "没有变化", content = @Content)
  @Nullable ResponseEntity<byte[]> tile(
      @PathVariable String layer,
      @PathVariable int z,
      @PathVariable int x,
      @PathVariable int y,
      @RequestParam(required = false) @Nullable LocalDate asOf,
      WebRequest request) {
    TileLayer known = tiles.layer(layer);
    TileAddress address = new TileAddress(z, x, y);
    LocalDate day = days.asked(asOf);
    String etag = "W/\"" + tiles.version(day) + "\"";
    if (request.checkNotModified(etag)) {
      return ResponseEntity.status(HttpStatus.NOT_MODIFIED).cacheControl(kept()).eTag(etag).build();
    }
    byte[] tile = tiles.tile(known, address, day);
    ResponseEntity.BodyBuilder answer =
        ResponseEntity.status(tile.length == 0 ? HttpStatus.NO_CONTENT : HttpStatus.OK)
            .cacheControl(kept())
            .eTag(etag);
    return tile.length == 0
        ? answer.build()
        : answer.contentType(MediaType.parseMediaType(MVT)).body(tile);
  }

  /** Kept by the browser, asked about every time: a change of the register shows at once. */
  private static CacheControl kept() {
    return CacheControl.noCache().cachePrivate();
  }
}
