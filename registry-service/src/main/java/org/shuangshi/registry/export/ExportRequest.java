package org.shuangshi.registry.export;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shuangshi.registry.area.WithinRequest;
import org.shuangshi.registry.occupancy.Occupancy;

/**
 * An order for a file.
 *
 * @param crs system of the coordinates in the file, {@code EPSG:4490} where absent
 * @param columns names of the columns wanted, in their order; absent means all
 * @param encoding of texts in Shapefile and CSV: UTF-8 (default) or GB18030
 * @param asOf day asked about; today where absent
 */
record ExportRequest(
    ExportLayer layer,
    ExportFormat format,
    @Nullable String crs,
    @Nullable Filter filter,
    @Nullable List<String> columns,
    @Nullable String encoding,
    @Nullable LocalDate asOf) {

  /**
   * What part of the layer.
   *
   * @param within area; absent means the whole register
   * @param occupancy of units: those in these states; of buildings: those with such a unit
   */
  record Filter(@Nullable WithinRequest within, @Nullable Set<Occupancy> occupancy) {}
}
