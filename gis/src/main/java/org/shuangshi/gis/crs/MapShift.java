package org.shuangshi.gis.crs;

/**
 * The shifts of Chinese consumer maps, as published by those who measured them; there is no
 * standard text. Both are functions of WGS 84 degrees (which CGCS2000 degrees may stand for).
 *
 * <p>Not told here: whether a place is shifted at all. The maps leave Taiwan, Hong Kong, Macao and
 * foreign countries as they are; whoever applies this has compared it with something.
 */
public enum MapShift {
  /** Amap, Tencent and other maps: 20 to 680 m, 400 m on average over the mainland. */
  GCJ02("GCJ-02（高德、腾讯地图）") {
    @Override
    void toMap(double[] lonLat) {
      gcj(lonLat);
    }
  },
  /** Baidu: the same, moved once more by about a kilometre. */
  BD09("BD-09（百度地图）") {
    @Override
    void toMap(double[] lonLat) {
      gcj(lonLat);
      double lon = lonLat[0];
      double lat = lonLat[1];
      double radius = Math.hypot(lon, lat) + 0.00002 * Math.sin(lat * BAIDU);
      double angle = Math.atan2(lat, lon) + 0.000003 * Math.cos(lon * BAIDU);
      lonLat[0] = radius * Math.cos(angle) + 0.0065;
      lonLat[1] = radius * Math.sin(angle) + 0.006;
    }
  };

  private static final double BAIDU = Math.PI * 3000 / 180;

  /** Of the Krasovsky ellipsoid, which the shift is computed on. */
  private static final double SEMI_MAJOR_METRES = 6_378_245;

  private static final double ECCENTRICITY_SQUARED = 0.006693421622965943;

  /** The inverse comes ten times closer with each round; five reach double precision. */
  private static final int MOST_ROUNDS = 30;

  private static final double CLOSE_DEGREES = 1e-13;

  private final String label;

  MapShift(String label) {
    this.label = label;
  }

  /** For people. */
  public String label() {
    return label;
  }

  abstract void toMap(double[] lonLat);

  /** From WGS 84 to the degrees of the map. */
  public CrsTransform toMap() {
    return new PointwiseTransform(this::toMap);
  }

  /** From the degrees of the map to WGS 84, by iteration, to 1e-9 degrees. */
  public CrsTransform fromMap() {
    return new PointwiseTransform(this::fromMap);
  }

  private void fromMap(double[] lonLat) {
    double lon = lonLat[0];
    double lat = lonLat[1];
    double[] guess = {lon, lat};
    for (int round = 0; round < MOST_ROUNDS; round++) {
      double[] there = guess.clone();
      toMap(there);
      double east = lon - there[0];
      double north = lat - there[1];
      guess[0] += east;
      guess[1] += north;
      if (Math.abs(east) < CLOSE_DEGREES && Math.abs(north) < CLOSE_DEGREES) {
        break;
      }
    }
    lonLat[0] = guess[0];
    lonLat[1] = guess[1];
  }

  private static void gcj(double[] lonLat) {
    double x = lonLat[0] - 105;
    double y = lonLat[1] - 35;
    double common = 20 * Math.sin(6 * x * Math.PI) + 20 * Math.sin(2 * x * Math.PI);
    double north =
        -100
            + 2 * x
            + 3 * y
            + 0.2 * y * y
            + 0.1 * x * y
            + 0.2 * Math.sqrt(Math.abs(x))
            + (common + waves(y, 20, 40, 160, 320)) * 2 / 3;
    double east =
        300
            + x
            + 2 * y
            + 0.1 * x * x
            + 0.1 * x * y
            + 0.1 * Math.sqrt(Math.abs(x))
            + (common + waves(x, 20, 40, 150, 300)) * 2 / 3;
    double lat = Math.toRadians(lonLat[1]);
    double magic = 1 - ECCENTRICITY_SQUARED * Math.sin(lat) * Math.sin(lat);
    double meridian = SEMI_MAJOR_METRES * (1 - ECCENTRICITY_SQUARED) / (magic * Math.sqrt(magic));
    double parallel = SEMI_MAJOR_METRES / Math.sqrt(magic) * Math.cos(lat);
    lonLat[0] += Math.toDegrees(east / parallel);
    lonLat[1] += Math.toDegrees(north / meridian);
  }

  private static double waves(double t, double a, double b, double c, double d) {
    return a * Math.sin(t * Math.PI)
        + b * Math.sin(t / 3 * Math.PI)
        + c * Math.sin(t / 12 * Math.PI)
        + d * Math.sin(t / 30 * Math.PI);
  }
}
