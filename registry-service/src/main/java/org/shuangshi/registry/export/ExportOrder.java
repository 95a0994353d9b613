package org.shuangshi.registry.export;

import java.time.LocalDate;
import java.util.Set;
import org.shuangshi.gis.crs.CrsTransform;
import org.shuangshi.gis.feature.FeatureSchema;
import org.shuangshi.gis.feature.WriteOptions;
import org.shuangshi.registry.area.Area;
import org.shuangshi.registry.occupancy.Occupancy;

/** A request understood: nothing in it can be refused any more. */
record ExportOrder(
    ExportLayer layer,
    ExportFormat format,
    FeatureSchema schema,
    CrsTransform transform,
    WriteOptions options,
    Area area,
    Set<Occupancy> states,
    LocalDate asOf) {

  /** Name of the file people get: layer, day, ending. */
  String fileName() {
    return layer.label() + "_" + asOf + "." + format.format().extension();
  }
}
