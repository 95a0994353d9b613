package org.shuangshi.registry.export;

import org.shuangshi.gis.crs.Crs;
import org.shuangshi.gis.crs.CrsException;
import org.shuangshi.gis.crs.CrsTransform;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Opens the catalogue of coordinate systems behind the first requests: it takes about a second
 * once, which the first export would otherwise wait for before it is even accepted.
 */
@Component
class CrsWarmUp {
  private static final Logger log = LoggerFactory.getLogger(CrsWarmUp.class);

  @EventListener(ApplicationReadyEvent.class)
  void begin() {
    Thread thread = new Thread(CrsWarmUp::open, "crs-warm-up");
    thread.setDaemon(true);
    thread.start();
  }

  private static void open() {
    try {
      var unused = CrsTransform.between(Crs.CGCS2000, Crs.parse("EPSG:4549"));
    } catch (CrsException | RuntimeException e) {
      log.warn("Coordinate systems could not be opened; exports will be refused", e);
    }
  }
}
