// Which names the map would like to show: gathered from the tiles in view, in world pixels, best first. Pure but for text.
import { centroid, areaCovers, joinLines, labelPoint } from './geometry'
import { EXTENT, numberOf, textOf, type TileFeature } from './tile'

export interface TileAt {
  /** World pixels of the tile's corner, and pixels per tile unit. */
  readonly left: number
  readonly top: number
  readonly scale: number
  readonly features: readonly TileFeature[]
}

export interface AreaName {
  readonly feature: TileFeature
  readonly x: number
  readonly y: number
  /** Square pixels in view. */
  readonly area: number
}

/** One name for an area, however many tiles it is cut into: in the middle of its pieces if that is inside, else in the largest piece. */
export function areaNames(tiles: readonly TileAt[], key = 'id'): AreaName[] {
  const pieces = new Map<string, { tile: TileAt; feature: TileFeature; x: number; y: number; area: number }[]>()
  for (const tile of tiles) {
    for (const feature of tile.features) {
      if (feature.kind !== 'area') continue
      const { x, y, weight } = centroid(feature.parts)
      const piece = {
        tile,
        feature,
        x: tile.left + x * tile.scale,
        y: tile.top + y * tile.scale,
        area: weight * tile.scale * tile.scale,
      }
      const id = textOf(feature, key)
      const known = pieces.get(id)
      if (known) known.push(piece)
      else pieces.set(id, [piece])
    }
  }
  return [...pieces.values()].map((own) => {
    const area = own.reduce((sum, piece) => sum + piece.area, 0)
    const x = own.reduce((sum, piece) => sum + piece.x * piece.area, 0) / area
    const y = own.reduce((sum, piece) => sum + piece.y * piece.area, 0) / area
    const largest = own.reduce((best, piece) => (piece.area > best.area ? piece : best))
    const { feature } = largest
    const covered = own.some(({ tile, feature: { parts } }) => areaCovers(parts, (x - tile.left) / tile.scale, (y - tile.top) / tile.scale))
    if (area > 0 && covered) return { feature, x, y, area }
    const { tile } = largest
    const place = labelPoint(feature.parts, feature.box.minY, feature.box.maxY)
    return { feature, x: tile.left + place.x * tile.scale, y: tile.top + place.y * tile.scale, area }
  })
}

export interface RoadName {
  readonly name: string
  readonly roadClass: string
  /** World pixels. */
  readonly line: Float32Array
}

const ROAD_RANK = ['EXPRESSWAY', 'ARTERIAL', 'SECONDARY', 'BRANCH', 'LANE', 'OTHER', 'RAIL', 'PATH']

export function rankOfRoad(roadClass: string): number {
  const rank = ROAD_RANK.indexOf(roadClass)
  return rank < 0 ? ROAD_RANK.length : rank
}

/** Named roads of a tile with their pieces joined; the largest classes first. */
export function roadNames({ features, left, top, scale }: TileAt): RoadName[] {
  const byName = new Map<string, { name: string; roadClass: string; lines: Float32Array[] }>()
  for (const feature of features) {
    const name = textOf(feature, 'name')
    if (name === '' || feature.kind !== 'line') continue
    const roadClass = textOf(feature, 'class')
    const known = byName.get(name) ?? { name, roadClass, lines: [] }
    if (rankOfRoad(roadClass) < rankOfRoad(known.roadClass)) known.roadClass = roadClass
    known.lines.push(...feature.parts)
    byName.set(name, known)
  }
  return [...byName.values()]
    .sort((a, b) => rankOfRoad(a.roadClass) - rankOfRoad(b.roadClass))
    .flatMap(({ name, roadClass, lines }) =>
      // The tile's buffer is cut off roughly, so that a name does not sit on the seam twice.
      joinLines(lines).map((line) => ({
        name,
        roadClass,
        line: line.map((value, i) => (i % 2 === 0 ? left : top) + Math.max(-64, Math.min(value, EXTENT + 64)) * scale),
      })),
    )
}

export interface PointName {
  readonly feature: TileFeature
  readonly x: number
  readonly y: number
}

/** Points of a tile; those in the buffer are left to the neighbour. */
export function pointNames({ features, left, top, scale }: TileAt): PointName[] {
  return features.flatMap((feature) => {
    const { minX, maxX, minY, maxY } = feature.box
    const [x, y] = [(minX + maxX) / 2, (minY + maxY) / 2]
    if (x < 0 || y < 0 || x >= EXTENT || y >= EXTENT) return []
    return [{ feature, x: left + x * scale, y: top + y * scale }]
  })
}

/** The number people say: 012 is 12. */
export function spokenNumber(feature: TileFeature): string {
  const number = numberOf(feature, 'number')
  return number > 0 ? String(number) : textOf(feature, 'number')
}
