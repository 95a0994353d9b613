package org.shuangshi.registry.export;

import java.nio.file.Path;
import java.time.Instant;

/** A file being written or ready. Written by its own thread, read by requests. */
final class ExportJob {

  enum Status {
    RUNNING,
    READY,
    FAILED
  }

  private final long id;
  private final ExportOrder order;
  private final Path path;
  private final Instant ordered = Instant.now();
  private volatile Status status = Status.RUNNING;
  private volatile long rows;
  private volatile long bytes;

  ExportJob(long id, ExportOrder order, Path path) {
    this.id = id;
    this.order = order;
    this.path = path;
  }

  long id() {
    return id;
  }

  ExportOrder order() {
    return order;
  }

  Path path() {
    return path;
  }

  Instant ordered() {
    return ordered;
  }

  Status status() {
    return status;
  }

  void wrote(long rowsSoFar) {
    rows = rowsSoFar;
  }

  void ready(long size) {
    bytes = size;
    status = Status.READY;
  }

  void failed() {
    status = Status.FAILED;
  }

  ExportResponse response() {
    return new ExportResponse(
        id,
        status,
        rows,
        status == Status.READY ? bytes : null,
        order.fileName(),
        status == Status.FAILED ? "导出失败；请重试，若仍失败请查看服务日志" : null);
  }
}
