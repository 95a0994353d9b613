// Outlines of areas as paths of one small picture, north up.
import type { Position } from 'geojson'
import type { Outlined } from '@/api/administration'

/** Units of the picture: its longer side. */
const SIDE = 1000
/** How wide a character of a name is, and how much of the picture is left around. */
const LETTER = 34
const MARGIN = 12

export interface Outline {
  readonly code: string
  readonly name: string
  readonly path: string
  /** A point inside, for the name. */
  readonly x: number
  readonly y: number
  /** Whether the name fits into it. */
  readonly labelled: boolean
}

export interface Picture {
  readonly width: number
  readonly height: number
  readonly outlines: readonly Outline[]
}

interface Frame {
  west: number
  south: number
  east: number
  north: number
}

const ringsOf = ({ geometry }: Outlined): readonly Position[][] => (geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat())

function frameOf(rings: readonly Position[][]): Frame {
  const frame = { west: Infinity, south: Infinity, east: -Infinity, north: -Infinity }
  for (const ring of rings) {
    for (const [lon = 0, lat = 0] of ring) {
      frame.west = Math.min(frame.west, lon)
      frame.east = Math.max(frame.east, lon)
      frame.south = Math.min(frame.south, lat)
      frame.north = Math.max(frame.north, lat)
    }
  }
  return frame
}

/** Degrees of longitude are narrower by the cosine of the latitude: close enough within a city. */
export function pictureOf(areas: readonly Outlined[]): Picture | null {
  if (areas.length === 0) return null
  const whole = frameOf(areas.flatMap(ringsOf))
  const narrow = Math.cos((((whole.south + whole.north) / 2) * Math.PI) / 180)
  const scale = (SIDE - 2 * MARGIN) / Math.max((whole.east - whole.west) * narrow, whole.north - whole.south)
  const x = (lon: number) => MARGIN + (lon - whole.west) * narrow * scale
  const y = (lat: number) => MARGIN + (whole.north - lat) * scale
  const outlines = areas.map((area) => {
    const rings = ringsOf(area)
    const { west, south, east, north } = frameOf(rings)
    return {
      code: area.code,
      name: area.name,
      path: rings.map((ring) => `M${ring.map(([lon = 0, lat = 0]) => `${x(lon).toFixed(1)} ${y(lat).toFixed(1)}`).join('L')}Z`).join(''),
      x: x(area.centre[0]),
      y: y(area.centre[1]),
      labelled: area.name.length * LETTER < x(east) - x(west) && LETTER * 1.5 < y(south) - y(north),
    }
  })
  return { width: x(whole.east) + MARGIN, height: y(whole.south) + MARGIN, outlines }
}
