// What the page is showing: the one panel, the picked things, the day. Components read it; they change it through the verbs below.
import { computed, reactive, shallowRef } from 'vue'
import type { Polygon } from 'geojson'
import type { Day } from '@/api/register'
import type { Extent, GridCard, RegisterInfo, Within } from '@/api/types'
import type { DraftFault } from '@/map/draft'
import type { BuildingHint, LayerName, RegisterMap, Spot } from '@/map/RegisterMap'
import type { Occupancy } from '@/occupancy/states'

export type PanelView =
  | { kind: 'layers' }
  | { kind: 'grids' }
  | { kind: 'grid'; code: string }
  | { kind: 'area' }
  /** `unit`: the one that led here. */
  | { kind: 'building'; spot: Spot; unit: number | null }
  | { kind: 'about' }

interface PageState {
  info: RegisterInfo | null
  asOf: Day
  panel: PanelView | null
  /** Where the panel's back button leads. */
  trail: PanelView[]
  grid: GridCard | null
  area: Polygon | null
  /** What is picked, as an export would take it: an area and its states, whatever else narrows the open list. */
  list: { within: Within; occupancy: Occupancy[]; title: string } | null
  drawing: { points: number; fault: DraftFault | null } | null
  hint: BuildingHint | null
  /** What the map showed when it last rested. */
  extent: Extent | null
  shown: Record<LayerName, boolean>
  exporting: boolean
}

export const page = reactive<PageState>({
  info: null,
  asOf: null,
  panel: null,
  trail: [],
  grid: null,
  area: null,
  list: null,
  drawing: null,
  hint: null,
  extent: null,
  shown: { context: true, buildings: true, grids: true, regions: true, addresses: true },
  exporting: false,
})

/** Set by the map's host once it stands. */
export const map = shallowRef<RegisterMap | null>(null)

export const today = computed(() => page.info?.today ?? null)

/** Opens a task of the rail; a second press closes it. */
export function openTask(kind: 'layers' | 'grids' | 'area' | 'about'): void {
  if (page.panel?.kind === kind) closePanel()
  else show({ kind }, [])
}

export function pickGrid(code: string): void {
  show({ kind: 'grid', code }, [])
}

/** From a list the way back to it stays open. */
export function pickBuilding(spot: Spot, options: { fly: boolean; unit?: number }): void {
  const here = page.panel
  const trail = here && here.kind !== 'building' ? [...page.trail, here] : page.trail
  show({ kind: 'building', spot, unit: options.unit ?? null }, trail)
  map.value?.choose(spot)
  if (options.fly) map.value?.flyTo([spot.lon, spot.lat], 18)
}

export function goBack(): void {
  const last = page.trail.at(-1)
  if (last) show(last, page.trail.slice(0, -1))
  else closePanel()
}

export function closePanel(): void {
  map.value?.cancelDrawing()
  page.trail = []
  page.panel = null
  forgetPicked()
}

export function startDrawing(): void {
  show({ kind: 'area' }, [])
  page.area = null
  map.value?.showArea(null)
  page.drawing = { points: 0, fault: 'tooFewPoints' }
  map.value?.startDrawing()
}

export function areaDrawn(area: Polygon): void {
  page.drawing = null
  page.area = area
  map.value?.showArea(area)
}

function show(view: PanelView, trail: PanelView[]): void {
  if (view.kind !== 'area') map.value?.cancelDrawing()
  page.trail = trail
  page.panel = view
  const keepsArea = view.kind === 'building' || view.kind === 'grid' || view.kind === 'layers' || view.kind === 'about'
  if (!keepsArea && view.kind !== 'area') forgetPicked()
  if (view.kind !== 'building') map.value?.choose(null)
  if (view.kind === 'area') map.value?.showArea(page.area)
}

function forgetPicked(): void {
  page.grid = null
  page.area = null
  page.list = null
  map.value?.showArea(null)
  map.value?.choose(null)
  map.value?.light(null)
}
