package org.shuangshi.registry.photo;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.shuangshi.registry.permission.Needs;
import org.shuangshi.registry.permission.Permission;
import org.shuangshi.registry.request.Page;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "photos", description = "走访照片：不带 EXIF，加密保存；每看一张都先记日志")
class PhotoController {
  private final PhotoService photos;

  PhotoController(PhotoService photos) {
    this.photos = photos;
  }

  @Needs(Permission.PEOPLE_READ)
  @GetMapping("/api/evidence/{id}/photos")
  @Operation(summary = "一次走访的照片", description = "先加的在前；撤下的和依法删除的也列出，没有图像")
  Page<Photo> list(@PathVariable long id) {
    return new Page<>(photos.list(id), null);
  }

  @Needs(Permission.PLACE_WRITE)
  @PostMapping("/api/evidence/{id}/photos")
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(
      summary = "加一张照片",
      description = "image 为 JPEG 或 PNG 的 base64，最大 1 MB；只留下像素，重新编码为 JPEG")
  Photo add(@PathVariable long id, @RequestBody PhotoRequest request) {
    return photos.add(id, request);
  }

  @Needs(Permission.PEOPLE_READ)
  @GetMapping(path = "/api/photos/{id}", produces = MediaType.IMAGE_JPEG_VALUE)
  @Operation(summary = "看一张照片", description = "先记日志，记不下就不给")
  ResponseEntity<byte[]> get(@PathVariable long id) {
    return ResponseEntity.ok()
        .contentType(MediaType.IMAGE_JPEG)
        .cacheControl(CacheControl.noStore())
        .body(photos.get(id));
  }

  @Needs(Permission.PLACE_WRITE)
  @PostMapping("/api/photos/{id}/remove")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "撤下一张照片", description = "why 为理由；此后不再显示")
  void remove(@PathVariable long id, @RequestBody RemovePhotoRequest request) {
    photos.remove(id, request);
  }
}
