// The view and what is picked, in the hash of the page's address, so that a place can be shared. Never anything personal.
//   #map=16/31.23712/121.48963&grid=310101002003012&building=1234&asOf=2026-07-01
//   #thing=unit/46937 or #thing=unit/46937/history: kind and id alone, whatever the thing says of somebody
import type { View } from '@/map/RegisterMap'
import { isThingWord, type ThingWord } from '@/thing/kinds'

export interface ThingPlace {
  readonly thing: ThingWord
  readonly id: number
  readonly tab: 'card' | 'history'
}

export interface PageAddress {
  readonly view: View | null
  readonly grid: string | null
  readonly building: number | null
  readonly thing: ThingPlace | null
  readonly asOf: string | null
}

export function readAddress(hash: string): PageAddress {
  const parts = new URLSearchParams(hash.replace(/^#/, ''))
  const grid = parts.get('grid')
  const building = parts.get('building')
  const asOf = parts.get('asOf')
  return {
    view: readView(parts.get('map')),
    grid: grid !== null && /^\d{15}$/.test(grid) ? grid : null,
    building: building !== null && /^\d{1,18}$/.test(building) ? Number(building) : null,
    thing: readThing(parts.get('thing')),
    asOf: asOf !== null && /^\d{4}-\d{2}-\d{2}$/.test(asOf) && !Number.isNaN(Date.parse(asOf)) ? asOf : null,
  }
}

export function writeAddress({ view, grid, building, thing, asOf }: PageAddress): string {
  const parts: string[] = []
  if (view) parts.push(`map=${view.zoom}/${view.lat.toFixed(5)}/${view.lon.toFixed(5)}`)
  if (grid !== null) parts.push(`grid=${grid}`)
  if (building !== null) parts.push(`building=${building}`)
  if (thing !== null) parts.push(`thing=${thing.thing}/${thing.id}${thing.tab === 'history' ? '/history' : ''}`)
  if (asOf !== null) parts.push(`asOf=${asOf}`)
  return parts.length === 0 ? '' : `#${parts.join('&')}`
}

function readThing(text: string | null): ThingPlace | null {
  const [word, id, tab] = (text ?? '').split('/')
  if (word === undefined || !isThingWord(word) || id === undefined || !/^\d{1,15}$/.test(id)) return null
  return { thing: word, id: Number(id), tab: tab === 'history' ? 'history' : 'card' }
}

function readView(text: string | null): View | null {
  const [zoom, lat, lon, ...rest] = (text ?? '').split('/').map((part) => (part.trim() === '' ? NaN : Number(part)))
  if (rest.length > 0 || zoom === undefined || lat === undefined || lon === undefined) return null
  const readable = Number.isInteger(zoom * 2) && zoom >= 1 && zoom <= 20 && Math.abs(lat) <= 85 && Math.abs(lon) <= 180
  return readable ? { zoom, lat, lon } : null
}
