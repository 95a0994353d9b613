package org.shuangshi.registry.export;

import java.time.Instant;

/** A file being written or ready. Written by its own thread, read by requests. */
final class ExportJob {

  enum Status {
    RUNNING,
    READY,
    FAILED
  }

  private final long id;
  private final long account;
  private final ExportOrder order;
  private final Instant ordered = Instant.now();
  private volatile Status status = Status.RUNNING;
  private volatile long rows;
  private volatile long bytes;

  ExportJob(long id, long account, ExportOrder order) {
    this.id = id;
    this.account = account;
    this.order = order;
  }

  long id() {
    return id;
  }

  ExportOrder order() {
    return order;
  }

  /** Who ordered it. */
  long account() {
    return account;
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

  /** Size of the file, unsealed; 0 before it is ready. */
  long bytes() {
    return bytes;
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
