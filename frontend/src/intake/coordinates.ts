// Places of a file before and after its coordinates were put right, as one small picture, north up.
import type { FoundCoordinates } from '@/api/importCoordinates'

/** Units of the picture: its longer side, and what is left around. */
const SIDE = 1000
const MARGIN = 30
/** Pictures of streets in one line are not drawn as one. */
const FLATTEST = 0.45
const METRES_IN_DEGREE = 111_320
const ROUND_LENGTHS = [10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 20_000]
/** Share of the width a scale bar takes at most. */
const LONGEST_BAR = 0.25

export interface Dot {
  readonly x: number
  readonly y: number
}

export interface Moves {
  readonly width: number
  readonly height: number
  readonly register: readonly Dot[]
  readonly before: readonly Dot[]
  readonly after: readonly Dot[]
  readonly lines: readonly { from: Dot; to: Dot }[]
  /** A round length, and how long it is in the picture. */
  readonly scale: { metres: number; length: number }
}

type Position = readonly [lon: number, lat: number]

interface Ends {
  before: Position | null
  after: Position | null
}

function endsOf(found: FoundCoordinates): Ends[] {
  return found.places.features.flatMap(({ geometry, properties }): Ends[] => {
    if (geometry.type === 'LineString') return [{ before: geometry.coordinates[0], after: geometry.coordinates[1] }]
    if (properties.at === 'BEFORE') return [{ before: geometry.coordinates, after: null }]
    return properties.at === 'AFTER' ? [{ before: null, after: geometry.coordinates }] : []
  })
}

const registerOf = (found: FoundCoordinates): Position[] =>
  found.places.features.flatMap(({ geometry, properties }) => (geometry.type === 'Point' && properties.at === 'REGISTER' ? [geometry.coordinates] : []))

/** Null where there is nothing to draw. The picture is of the file's places; the register's around them are cut. */
export function movesOf(found: FoundCoordinates): Moves | null {
  const ends = endsOf(found)
  const seen = ends.flatMap(({ before, after }) => [before, after]).filter((place) => place !== null)
  if (seen.length === 0) return null
  const lons = seen.map(([lon]) => lon)
  const lats = seen.map(([, lat]) => lat)
  const west = Math.min(...lons)
  const north = Math.max(...lats)
  const south = Math.min(...lats)
  const narrow = Math.cos((((south + north) / 2) * Math.PI) / 180)
  const wide = (Math.max(...lons) - west) * narrow
  const high = north - south
  const whole = Math.max(wide, high, 1e-4)
  const unit = (SIDE - 2 * MARGIN) / whole
  const width = Math.max(wide / whole, FLATTEST) * (SIDE - 2 * MARGIN) + 2 * MARGIN
  const height = Math.max(high / whole, FLATTEST) * (SIDE - 2 * MARGIN) + 2 * MARGIN
  const dot = ([lon, lat]: Position): Dot => ({ x: MARGIN + (lon - west) * narrow * unit, y: MARGIN + (north - lat) * unit })
  const inside = ({ x, y }: Dot) => x >= 0 && y >= 0 && x <= width && y <= height
  const metre = unit / METRES_IN_DEGREE
  const metres = ROUND_LENGTHS.filter((length) => length * metre <= width * LONGEST_BAR).at(-1) ?? 10
  return {
    width,
    height,
    register: registerOf(found).map(dot).filter(inside),
    before: ends.flatMap(({ before }) => (before ? [dot(before)] : [])),
    after: ends.flatMap(({ after }) => (after ? [dot(after)] : [])),
    lines: ends.flatMap(({ before, after }) => (before && after ? [{ from: dot(before), to: dot(after) }] : [])),
    scale: { metres, length: metres * metre },
  }
}

/** Control points as people paste them: a line each, x, y, lon, lat. Null where a line is none. */
export function controlOf(text: string): { x: number; y: number; lon: number; lat: number }[] | null {
  const lines = text.split('\n').map((line) => line.trim()).filter((line) => line !== '' && !/^x\b/i.test(line))
  const points = lines.map((line) => line.split(/[,，;；\s]+/).map(Number))
  if (points.some((numbers) => numbers.length !== 4 || numbers.some((number) => !Number.isFinite(number)))) return null
  return points.map(([x = 0, y = 0, lon = 0, lat = 0]) => ({ x, y, lon, lat }))
}
