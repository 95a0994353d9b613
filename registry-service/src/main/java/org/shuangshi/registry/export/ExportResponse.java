package org.shuangshi.registry.export;

import org.jspecify.annotations.Nullable;

/**
 * How far an export is.
 *
 * @param rows written so far
 * @param bytes size of the file once it is ready
 * @param file name of the file
 * @param detail why it failed, for people; null otherwise
 */
record ExportResponse(
    long id,
    ExportJob.Status status,
    long rows,
    @Nullable Long bytes,
    String file,
    @Nullable String detail) {}
