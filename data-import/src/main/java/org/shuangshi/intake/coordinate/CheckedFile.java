package org.shuangshi.intake.coordinate;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.shuangshi.gis.crs.Crs;
import org.shuangshi.gis.feature.ReadOptions;

/**
 * A file with coordinates.
 *
 * @param options its layer and encoding
 * @param declared the system it names; null: none
 * @param table whether it is a table, which never names one
 */
public record CheckedFile(Path path, ReadOptions options, @Nullable Crs declared, boolean table) {}
