// What the page is showing: the one panel, the picked things, the day. Components read it; they change it through the verbs below.
import { computed, reactive, shallowRef } from 'vue'
import type { Polygon } from 'geojson'
import type { Day } from '@/api/register'
import type { Extent, GridCard, Position, RegisterInfo, Within } from '@/api/types'
import type { DraftFault } from '@/map/draft'
import type { BuildingHint, Here, LayerName, RegisterMap, Spot } from '@/map/RegisterMap'
import type { Occupancy } from '@/occupancy/states'
import type { ThingWord } from '@/thing/kinds'

export type PanelView =
  | { kind: 'layers' }
  | { kind: 'grids' }
  | { kind: 'grid'; code: string }
  | { kind: 'area' }
  /** `unit`: the one that led here. */
  | { kind: 'building'; spot: Spot; unit: number | null }
  | { kind: 'thing'; thing: ThingWord; id: number; tab: 'card' | 'history' }
  /** A thing that is not there yet. `given`: fields filled in by where it was asked for. */
  | { kind: 'new'; thing: ThingWord; given: GivenField[] }
  /** Somebody new, and where they live. */
  | { kind: 'arrival'; home: GivenField[] }
  /** What can be entered anew; `place`: where it was asked for. */
  | { kind: 'begin'; place: Position | null }
  /** What ever covered a place; null: one is still to be pointed at. */
  | { kind: 'spot'; place: Position | null }
  /** Two persons who may be one. */
  | { kind: 'merge'; one: number; other: number }
  | { kind: 'about' }
  | { kind: 'account' }

export type Desk = 'accounts' | 'roles' | 'log' | 'erasures' | 'imports' | 'plans'

export interface GivenField {
  name: string
  value: unknown
  /** What the thing is called that it points at. */
  label: string
}

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
  /** A place whose menu is open. */
  here: Here | null
  /** What the map showed when it last rested. */
  extent: Extent | null
  shown: Record<LayerName, boolean>
  exporting: boolean
  /** While a form asks for buildings: what a press on one tells it. */
  pickingBuilding: ((id: number) => void) | null
  /** A task that takes the whole stage; null: the map. */
  desk: Desk | null
  /** The plan of grids that is drawn in; it has the map to itself. */
  plan: number | null
  /** A form is open in the panel, which then wants the room. */
  writing: boolean
  /** Counts what was written from here: whoever shows the register asks again when it grows. */
  edition: number
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
  here: null,
  extent: null,
  shown: { context: true, buildings: true, grids: true, regions: true, addresses: true },
  exporting: false,
  pickingBuilding: null,
  desk: null,
  plan: null,
  writing: false,
  edition: 0,
})

/** Set by the map's host once it stands. */
export const map = shallowRef<RegisterMap | null>(null)

export const today = computed(() => page.info?.today ?? null)

/** Whether a plan may be left: all of it is saved. Set by its editor. */
let mayLeave: () => Promise<boolean> = () => Promise.resolve(true)

export function onLeavingPlan(ask: () => Promise<boolean>): void {
  mayLeave = ask
}

/** Goes on at once, or when the plan that is open is saved. */
function leavingPlan(goOn: () => void): void {
  if (page.plan === null) return goOn()
  void mayLeave().then((left) => {
    if (!left) return
    page.plan = null
    goOn()
  })
}

export function openPlan(id: number): void {
  closePanel()
  page.desk = null
  page.plan = id
}

/** Back to the list of plans. */
export function leavePlan(): void {
  leavingPlan(() => openDesk('plans'))
}

/** Opens a task of the rail; a second press closes it. */
export function openTask(kind: 'layers' | 'grids' | 'area' | 'about' | 'begin' | 'spot' | 'account'): void {
  if (page.plan !== null) return leavingPlan(() => openTask(kind))
  if (page.panel?.kind === kind) closePanel()
  else show(kind === 'begin' || kind === 'spot' ? { kind, place: null } : { kind }, [])
}

/** A second press goes back to the map. */
export function openDesk(desk: Desk): void {
  if (page.plan !== null) return leavingPlan(() => openDesk(desk))
  const next = page.desk === desk ? null : desk
  closePanel()
  page.desk = next
}

/** What ever was at a place; another place takes the same panel. */
export function openSpot(place: Position): void {
  const here = page.panel
  show({ kind: 'spot', place }, here?.kind === 'spot' ? page.trail : extended(here))
}

/** What can be begun at a place. */
export function openBegin(place: Position): void {
  const here = page.panel
  show({ kind: 'begin', place }, here?.kind === 'begin' ? page.trail : extended(here))
}

/** A place was pressed that the open panel asks for. */
export function pickPlace(place: Position): void {
  if (page.panel?.kind === 'begin') openBegin(place)
  else openSpot(place)
}

export function pickGrid(code: string): void {
  show({ kind: 'grid', code }, [])
}

/** From a list the way back to it stays open. */
export function pickBuilding(spot: Spot, options: { fly: boolean; unit?: number }): void {
  const here = page.panel
  show({ kind: 'building', spot, unit: options.unit ?? null }, here?.kind === 'building' ? page.trail : extended(here))
  map.value?.choose(spot)
  if (options.fly) map.value?.flyTo([spot.lon, spot.lat], 18)
}

/** The card of a thing; from one card to the next the way back stays open. */
export function openThing(thing: ThingWord, id: number, tab: 'card' | 'history' = 'card'): void {
  const here = page.panel
  const isSame = here?.kind === 'thing' && here.thing === thing && here.id === id
  show({ kind: 'thing', thing, id, tab }, isSame ? page.trail : extended(here))
}

export function startThing(thing: ThingWord, given: GivenField[]): void {
  show({ kind: 'new', thing, given }, extended(page.panel))
}

export function startArrival(home: GivenField[]): void {
  show({ kind: 'arrival', home }, extended(page.panel))
}

/** Two persons side by side, to be made one; the second stays unless another choice is made. */
export function startMerge(one: number, other: number): void {
  show({ kind: 'merge', one, other }, extended(page.panel))
}

/** A new thing's form gives way to its card: the way back leads past the form. */
export function thingBegun(thing: ThingWord, id: number): void {
  show({ kind: 'thing', thing, id, tab: 'card' }, page.trail)
}

const LONGEST_TRAIL = 30

function extended(here: PanelView | null): PanelView[] {
  return here && here.kind !== 'new' && here.kind !== 'arrival' && here.kind !== 'merge' ? [...page.trail, here].slice(-LONGEST_TRAIL) : page.trail
}

/** As the browser's history remembers it. */
export function restore(view: PanelView | null, trail: PanelView[]): void {
  if (view) show(view, trail)
  else closePanel()
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
  map.value?.askPlaces(false)
  map.value?.mark(null)
  forgetPicked()
}

export function startDrawing(): void {
  if (page.plan !== null) return leavingPlan(startDrawing)
  show({ kind: 'area' }, [])
  page.area = null
  map.value?.showArea(null)
  page.drawing = { points: 0, fault: 'tooFewPoints' }
  map.value?.startDrawing('AREA')
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
  page.desk = null
  page.here = null
  map.value?.askPlaces(view.kind === 'spot' || view.kind === 'begin')
  map.value?.mark(view.kind === 'spot' || view.kind === 'begin' ? view.place : null)
  if (view.kind === 'grids') forgetPicked()
  if (view.kind !== 'building' && view.kind !== 'thing') map.value?.choose(null)
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
