// The look of the base map: warm paper, soft greens and blues, roads that step back behind the buildings.

export const PAPER = '#f6f4ef'

/** Kinds of land use, OpenStreetMap's words; what is not listed is left as paper. */
const LAND: readonly (readonly [colour: string, kinds: readonly string[]])[] = [
  ['#d5e8cb', ['park', 'garden', 'recreation_ground', 'dog_park', 'zoo', 'protected_area', 'village_green', 'golf_course']],
  ['#e0edd4', ['grass', 'meadow', 'grassland', 'scrub', 'playground', 'common', 'greenfield']],
  ['#cadfbd', ['forest', 'wood', 'natural_wood', 'natural_forest', 'tree_row', 'orchard', 'hedge']],
  ['#eef0da', ['farmland', 'farm', 'farmyard', 'allotments', 'paddy', 'vineyard', 'greenhouse_horticulture']],
  ['#cfe6d3', ['pitch', 'stadium', 'sports_centre', 'track']],
  ['#f0ece3', ['residential', 'estate', 'compound', 'hamlet', 'village']],
  ['#f5ebe4', ['commercial', 'retail', 'marketplace', 'mall']],
  ['#f3eddb', ['school', 'university', 'college', 'kindergarten', 'library', 'education']],
  ['#f7e6e4', ['hospital', 'clinic']],
  ['#ebe8ec', ['industrial', 'railway', 'quarry', 'construction', 'brownfield', 'works', 'depot']],
  ['#efede8', ['pedestrian', 'footway', 'parking', 'square', 'plaza', 'fuel', 'attraction', 'place_of_worship', 'government', 'military']],
  ['#e9e6df', ['pier', 'bridge']],
]

const LAND_COLOUR = new Map(LAND.flatMap(([colour, kinds]) => kinds.map((kind) => [kind, colour] as const)))

/** Lines among the land use: walls and rows of trees, drawn thin instead of filled. */
export const LAND_LINE: Readonly<Record<string, string>> = { wall: '#cfc8ba', fence: '#d8d2c6', tree_row: '#bcd6ab', hedge: '#bcd6ab' }

export function landColour(kind: string): string | null {
  return LAND_COLOUR.get(kind.toLowerCase()) ?? null
}

export const WATER = { fill: '#b9d8e8', edge: '#a3c9dd', text: '#3f7a99' }

export type RoadClass = 'EXPRESSWAY' | 'ARTERIAL' | 'SECONDARY' | 'BRANCH' | 'LANE' | 'PATH' | 'RAIL' | 'OTHER'

export interface RoadStyle {
  readonly fill: string
  readonly casing: string
  /** Width of the carriageway in CSS pixels at map zoom 12, 14, 16, 18 and 20; 0: not drawn there. */
  readonly widths: readonly [number, number, number, number, number]
  readonly dash?: readonly number[]
}

/** Lowest first: the last ones lie on top. */
export const ROADS: readonly (readonly [RoadClass, RoadStyle])[] = [
  ['PATH', { fill: '#d9cfbd', casing: '', widths: [0, 0, 1, 1.8, 3], dash: [4, 3] }],
  ['OTHER', { fill: '#fdfcfa', casing: '#ddd7cb', widths: [0, 0.8, 2.4, 6, 14] }],
  ['LANE', { fill: '#fefdfb', casing: '#ddd7cb', widths: [0, 0.9, 3, 8, 18] }],
  ['BRANCH', { fill: '#ffffff', casing: '#d8d1c4', widths: [0.6, 1.6, 5.5, 13, 30] }],
  ['SECONDARY', { fill: '#ffffff', casing: '#d0c8b8', widths: [1.2, 3, 8, 18, 40] }],
  ['ARTERIAL', { fill: '#fdf0c8', casing: '#dfc68c', widths: [1.8, 4.2, 10.5, 23, 48] }],
  ['EXPRESSWAY', { fill: '#fadf9f', casing: '#d9b062', widths: [2.4, 5, 12, 26, 54] }],
]

export const RAIL = { line: '#b6b1a8', tie: '#f6f4ef', widths: [0.8, 1.2, 2, 3, 4] as const }

/** Reads a width table at any zoom, evenly between its steps. */
export function widthAt(widths: readonly number[], zoom: number): number {
  const position = Math.max(0, Math.min((zoom - 12) / 2, widths.length - 1))
  const below = Math.floor(position)
  const low = widths[below] ?? 0
  const high = widths[below + 1] ?? low
  // No half-appearing lines: a width that starts at nothing starts only at its own step.
  return low === 0 ? 0 : low + (high - low) * (position - below)
}

export const GRID_LINE = { line: '#1f6f7d', glow: 'rgba(255, 255, 255, 0.75)', dedicated: '#7a4f9c', text: '#155664' }

export const REGION_LINE: Readonly<Record<string, { line: string; width: number; dash: readonly number[]; text: string; glow: string }>> = {
  CITY: { line: '#6b4a86', width: 2.6, dash: [10, 3, 2, 3], text: '#573a70', glow: 'rgba(150, 110, 180, 0.18)' },
  DISTRICT: { line: '#6b4a86', width: 2.4, dash: [9, 3, 2, 3], text: '#573a70', glow: 'rgba(150, 110, 180, 0.18)' },
  STREET: { line: '#8a4f63', width: 2, dash: [8, 4], text: '#74394e', glow: 'rgba(170, 90, 120, 0.14)' },
  COMMUNITY: { line: '#9a6a3c', width: 1.5, dash: [5, 3], text: '#79501f', glow: 'rgba(180, 130, 70, 0.12)' },
}

export const HALO = 'rgba(255, 255, 255, 0.92)'
export const FONT = '"Noto Sans CJK SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei", system-ui, sans-serif'
export const ACCENT = '#12667a'
