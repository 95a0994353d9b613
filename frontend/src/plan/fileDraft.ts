// A file of polygons as a draft: each goes to the grid of its name, else to a new one.
import type { Feature, FeatureCollection, Geometry } from 'geojson'
import type { Area } from '@/api/types'
import type { Drawing } from './drawing'
import { communityOf } from './mesh/mesh'
import { faceAt } from './mesh/locate'
import { partsOf } from './mesh/read'
import { degreesOf, stepOf, type Step } from './mesh/step'
import type { Proposed } from './proposal'

export type FileFault = 'notGeoJson' | 'noPolygons' | 'notDegrees' | 'elsewhere'

export function readDraft(text: string, drawing: Drawing): Proposed[] | FileFault {
  const features = featuresOf(text)
  if (!features) return 'notGeoJson'
  const areas = features.flatMap((feature) => (isArea(feature.geometry) ? [{ area: snapped(feature.geometry), name: nameOf(feature) }] : []))
  if (areas.length === 0) return 'noPolygons'
  if (areas.some(({ area }) => partsOf(area).flat(2).some(([lon = NaN, lat = NaN]) => !(Math.abs(lon) <= 180 && Math.abs(lat) <= 90)))) return 'notDegrees'
  const byName = new Map([...drawing.said.values()].map(({ id, name }) => [name ?? '', id]))
  const taken = new Set<number>()
  const proposed: Proposed[] = []
  for (const { area, name } of areas) {
    const community = communityOf(drawing.mesh, faceAt(drawing.mesh, middleOf(area)))
    if (community === '') return 'elsewhere'
    const own = byName.get(name ?? '')
    const id = own !== undefined && !taken.has(own) && drawing.said.get(own)?.community === community ? own : null
    if (id !== null) taken.add(id)
    proposed.push({ id, community, geometry: area, ...(name ? { name } : {}) })
  }
  return proposed
}

function featuresOf(text: string): Feature<Geometry | null>[] | null {
  try {
    const said = JSON.parse(text) as Partial<FeatureCollection>
    return said.type === 'FeatureCollection' && Array.isArray(said.features) ? said.features : null
  } catch {
    return null
  }
}

const isArea = (geometry: Geometry | null): geometry is Area => geometry?.type === 'Polygon' || geometry?.type === 'MultiPolygon'

const nameOf = ({ properties }: Feature<Geometry | null>): string | null => {
  const said: unknown = properties?.name ?? properties?.NAME
  return typeof said === 'string' && said.trim() !== '' ? said.trim().slice(0, 50) : null
}

const snapped = (area: Area): Area => ({ type: 'MultiPolygon', coordinates: partsOf(area).map((rings) => rings.map((ring) => ring.map((place) => degreesOf(stepOf(place))))) })

/** Half way up, in the widest stretch of the outer ring. */
function middleOf(area: Area): Step {
  const ring = (partsOf(area)[0]?.[0] ?? []).map(stepOf)
  const levels = ring.map(([, y]) => y)
  const level = (Math.min(...levels) + Math.max(...levels)) / 2 + 0.5
  const crossings: number[] = []
  for (let i = 1; i < ring.length; i++) {
    const [[ax, ay], [bx, by]] = [ring[i - 1] as Step, ring[i] as Step]
    if (ay > level !== by > level) crossings.push(ax + ((level - ay) / (by - ay)) * (bx - ax))
  }
  crossings.sort((a, b) => a - b)
  return [((crossings[0] ?? 0) + (crossings[1] ?? 0)) / 2, level]
}
