// The reference systems an export can be ordered in. EPSG codes of CGCS2000, 3-degree Gauss-Krüger:
// 4513–4533 zones 25–45 with the zone's number before the easting, 4534–4554 the same by central meridian without it.

export interface CrsChoice {
  readonly code: string
  readonly kind: 'geographic' | 'wgs84' | 'meridian' | 'zone'
  readonly zone: number
  /** Degrees east. */
  readonly meridian: number
}

const FIRST_ZONE = 25
const LAST_ZONE = 45

export function crsChoices(): CrsChoice[] {
  const zones = Array.from({ length: LAST_ZONE - FIRST_ZONE + 1 }, (_, i) => FIRST_ZONE + i)
  return [
    { code: 'EPSG:4490', kind: 'geographic', zone: 0, meridian: 0 },
    { code: 'EPSG:4326', kind: 'wgs84', zone: 0, meridian: 0 },
    ...zones.map((zone) => ({ code: `EPSG:${4534 + zone - FIRST_ZONE}`, kind: 'meridian' as const, zone, meridian: zone * 3 })),
    ...zones.map((zone) => ({ code: `EPSG:${4513 + zone - FIRST_ZONE}`, kind: 'zone' as const, zone, meridian: zone * 3 })),
  ]
}

/** The projected system whose central meridian is nearest; null outside the zones of the country. */
export function recommendedCrs(lon: number): string | null {
  const zone = Math.round(lon / 3)
  return zone >= FIRST_ZONE && zone <= LAST_ZONE ? `EPSG:${4534 + zone - FIRST_ZONE}` : null
}
