package org.shuangshi.gis.crs;

import java.nio.file.Files;
import java.nio.file.Path;
import org.geotools.api.referencing.FactoryException;
import org.geotools.api.referencing.NoSuchAuthorityCodeException;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.api.referencing.crs.GeographicCRS;
import org.geotools.referencing.CRS;
import org.geotools.referencing.factory.epsg.hsql.ThreadedHsqlEpsgFactory;

/**
 * The EPSG database that comes with GeoTools. It is unpacked (33 MB) into {@code
 * java.io.tmpdir/GeoTools} on first use, about a second; without a writable place no code decodes.
 */
final class Epsg {

  static {
    Path shared = Path.of(System.getProperty("java.io.tmpdir"), "GeoTools");
    // Another account of the machine may have unpacked it there and own it; we need our own then.
    if (System.getProperty(ThreadedHsqlEpsgFactory.DIRECTORY_KEY) == null
        && Files.exists(shared)
        && !Files.isWritable(shared)) {
      System.setProperty(
          ThreadedHsqlEpsgFactory.DIRECTORY_KEY,
          shared.resolveSibling("GeoTools-" + System.getProperty("user.name")).toString());
    }
  }

  private Epsg() {}

  /** The system with its axes forced to east, north. */
  static CoordinateReferenceSystem decode(Crs crs) throws CrsException {
    try {
      return CRS.decode("EPSG:" + crs.epsg(), true);
    } catch (NoSuchAuthorityCodeException e) {
      throw CrsException.unknown(crs.toString());
    } catch (FactoryException e) {
      throw new IllegalStateException("EPSG database unusable while decoding " + crs, e);
    }
  }

  static boolean isGeographic(Crs crs) throws CrsException {
    return decode(crs) instanceof GeographicCRS;
  }

  static String wkt(Crs crs) throws CrsException {
    return decode(crs).toWKT();
  }
}
