// Points of interest: which are worth showing from which zoom of the map (tiles have them from 16 on),
// and their badge (a colour and one letter from the translations).

export type PlaceGroup = 'education' | 'health' | 'government' | 'police' | 'transit' | 'culture' | 'park' | 'market' | 'food' | 'hotel' | 'finance' | 'other'

export interface PlaceStyle {
  readonly group: PlaceGroup
  readonly colour: string
  readonly fromZoom: number
}

const STYLES: readonly (PlaceStyle & { kinds: readonly string[] })[] = [
  { group: 'government', colour: '#a4483f', fromZoom: 16, kinds: ['government', 'townhall', 'community_centre', 'neighbourhood_committee', 'public_service', 'post_office', 'courthouse'] },
  { group: 'education', colour: '#6a63a8', fromZoom: 16, kinds: ['school', 'university', 'college', 'kindergarten', 'library'] },
  { group: 'health', colour: '#c2554f', fromZoom: 16, kinds: ['hospital', 'clinic', 'nursing_home'] },
  { group: 'health', colour: '#c2554f', fromZoom: 17, kinds: ['doctors', 'pharmacy'] },
  { group: 'transit', colour: '#3d7fb0', fromZoom: 16, kinds: ['station', 'subway_entrance', 'ferry_terminal', 'railway_station', 'bus_station'] },
  { group: 'police', colour: '#3d5f94', fromZoom: 17, kinds: ['police', 'fire_station'] },
  { group: 'park', colour: '#5a9455', fromZoom: 17, kinds: ['park', 'garden', 'playground', 'square'] },
  { group: 'culture', colour: '#8a6d4b', fromZoom: 17, kinds: ['museum', 'attraction', 'monument', 'theatre', 'place_of_worship', 'temple', 'viewpoint', 'cinema'] },
  { group: 'market', colour: '#b77a2b', fromZoom: 17, kinds: ['mall', 'supermarket', 'marketplace', 'market', 'department_store', 'convenience', 'shop'] },
  { group: 'hotel', colour: '#84699b', fromZoom: 17, kinds: ['hotel', 'hostel', 'guest_house'] },
  { group: 'finance', colour: '#77808a', fromZoom: 18, kinds: ['bank', 'atm'] },
  { group: 'food', colour: '#c07a3a', fromZoom: 18, kinds: ['restaurant', 'cafe', 'fast_food', 'bar', 'canteen', 'ice_cream'] },
]

/** Furniture of the street: on a register's map only noise. */
const NEVER = new Set(['traffic_signals', 'toilets', 'gate', 'post_box', 'crossing', 'waste_basket', 'bench', 'street_lamp', 'bus_stop', 'parking', 'lift_gate'])

const OF_KIND = new Map(STYLES.flatMap((style) => style.kinds.map((kind) => [kind, style] as const)))
const OTHER: PlaceStyle = { group: 'other', colour: '#8b8f94', fromZoom: 18 }

export function placeStyle(kind: string): PlaceStyle | null {
  const word = kind.toLowerCase()
  return NEVER.has(word) ? null : (OF_KIND.get(word) ?? OTHER)
}
