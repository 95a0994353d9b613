// The plan on the table: its drawing with all its former states, what is picked, and the saving of it.
import { computed, shallowReactive, shallowRef } from 'vue'
import { Problem } from '@/api/http'
import { editPlan, getPlan, getPlanBuildings, getPlanGround, listPlanFaults, savePlan, type DrawnPlan, type PlanFault, type PlanGround } from '@/api/plans'
import { documentOf, drawingOf, drawingOver, type Drawing } from './drawing'
import type { Drag, Hold } from './drag'
import type { Measured } from './measure'
import type { Edge } from './mesh/mesh'
import type { Stroke } from './stroke'

export type Tool = 'shape' | 'split' | 'paint' | 'lasso' | 'merge' | 'measure'
/** What a lasso takes: buildings with their cells, or the ground in the line as it is. */
export type LassoOf = 'buildings' | 'ground'
export type Saving = 'saved' | 'dirty' | 'saving' | 'overtaken' | 'failed'

export interface OpenPlan {
  plan: DrawnPlan
  ground: PlanGround
  drawing: Drawing
  past: readonly Drawing[]
  future: readonly Drawing[]
}

export const open = shallowRef<OpenPlan | null>(null)
export const drag = shallowRef<Drag | null>(null)
export const stroke = shallowRef<Stroke | null>(null)
/** Borders that the service proposes, to be looked at before they are taken over. */
export const proposed = shallowRef<readonly Edge[]>([])
export const faults = shallowRef<readonly PlanFault[]>([])

interface Editing {
  tool: Tool
  lassoOf: LassoOf
  /** The grid picked. */
  grid: number | null
  hold: Hold | null
  /** Why the last edit was not done; '' or words. */
  refusal: string
  /** Which of the faults is looked at; -1: none. */
  fault: number
  measured: Measured | null
  /** Faults are of the drawing as it was saved last. */
  checking: boolean
}

const UNTOUCHED: Editing = { tool: 'shape', lassoOf: 'buildings', grid: null, hold: null, refusal: '', fault: -1, measured: null, checking: false }

export const editing = shallowReactive<Editing>({ ...UNTOUCHED })

export const saving = shallowReactive<{ state: Saving; words: string; failure: unknown }>({ state: 'saved', words: '', failure: null })

export const isWritable = computed(() => open.value?.plan.writable ?? false)

/** Buildings in no grid, as their places in the columns. */
export const strays = computed<number[]>(() => open.value?.drawing.tally.holder.strays() ?? [])

const PAUSE_MILLIS = 1200
let timer: ReturnType<typeof setTimeout> | undefined
let running: Promise<void> | null = null
let asking: AbortController | null = null

export async function openPlan(id: number): Promise<void> {
  closePlan()
  const mine = opened
  const [plan, ground, columns] = await Promise.all([getPlan(id), getPlanGround(id), getPlanBuildings(id)])
  if (mine !== opened) return
  open.value = { plan, ground, drawing: drawingOf(plan.document, columns), past: [], future: [] }
  void readFaults()
}

/** Counts openings and closings: what was asked for before the last one comes too late. */
let opened = 0

export function closePlan(): void {
  opened++
  clearTimeout(timer)
  asking?.abort()
  open.value = null
  drag.value = null
  stroke.value = null
  faults.value = []
  proposed.value = []
  Object.assign(editing, UNTOUCHED)
  Object.assign(saving, { state: 'saved', words: '', failure: null })
}

/** One edit further; what was taken back before is gone. */
export function draw(drawing: Drawing): void {
  const now = open.value
  if (!now || drawing === now.drawing) return
  open.value = { ...now, drawing, past: [...now.past, now.drawing], future: [] }
  changed()
}

export function undo(): void {
  const now = open.value
  const before = now?.past.at(-1)
  if (!now || !before || !now.plan.writable) return
  open.value = { ...now, drawing: before, past: now.past.slice(0, -1), future: [now.drawing, ...now.future] }
  changed()
}

export function redo(): void {
  const now = open.value
  const next = now?.future[0]
  if (!now || !next || !now.plan.writable) return
  open.value = { ...now, drawing: next, past: [...now.past, now.drawing], future: now.future.slice(1) }
  changed()
}

function changed(): void {
  const now = open.value
  editing.refusal = ''
  editing.hold = null
  if (now && editing.grid !== null && !now.drawing.mesh.faces.has(editing.grid)) editing.grid = null
  if (saving.state !== 'overtaken') saving.state = 'dirty'
  clearTimeout(timer)
  saveSoon()
}

/** Not while a hand holds something: the document of a city takes longer to write than a move may. */
function saveSoon(): void {
  timer = setTimeout(() => (drag.value || stroke.value ? saveSoon() : void save()), PAUSE_MILLIS)
}

/** Saves what is drawn, if it is not saved; one after another. Answers whether the service has all of it. */
export async function save(): Promise<boolean> {
  clearTimeout(timer)
  if (running) await running
  if (saving.state !== 'dirty' && saving.state !== 'failed') return saving.state === 'saved'
  running = saveNow()
  await running
  running = null
  return (saving.state as Saving) === 'saved'
}

async function saveNow(): Promise<void> {
  const now = open.value
  if (!now) return
  saving.state = 'saving'
  saving.failure = null
  try {
    const plan = await savePlan(now.plan.id, now.plan.etag, documentOf(now.drawing, now.plan.name))
    if (open.value?.plan.id !== plan.id) return
    const isSame = open.value.drawing === now.drawing
    open.value = { ...open.value, plan: { ...plan, document: now.plan.document } }
    saving.state = isSame ? 'saved' : 'dirty'
    if (isSame) void readFaults()
    else saveSoon()
  } catch (failure) {
    saving.failure = failure
    saving.state = failure instanceof Problem && failure.code === 'plan.saved-meanwhile' ? 'overtaken' : 'failed'
    saving.words = failure instanceof Problem ? failure.message : ''
  }
}

export async function readFaults(): Promise<void> {
  const id = open.value?.plan.id
  if (id === undefined) return
  asking?.abort()
  const mine = new AbortController()
  asking = mine
  editing.checking = true
  try {
    const found = await listPlanFaults(id, mine.signal)
    // What forbids publishing is gone to first.
    if (open.value?.plan.id === id && asking === mine) faults.value = found.toSorted((a, b) => Number(b.forbids) - Number(a.forbids))
  } catch {
    // The list of before stays; the next save asks again.
  } finally {
    if (asking === mine) editing.checking = false
  }
}

/** A repair that the service tried: done there on what was saved, and read back as one more edit. */
export async function repair(fault: PlanFault): Promise<void> {
  if (!(await save()) || !open.value) return
  const before = open.value
  const plan = await editPlan(before.plan.id, before.plan.etag, fault.repair)
  if (open.value !== before) return
  const drawing = drawingOver(plan.document, before.drawing.tally.stock)
  open.value = { ...before, plan, drawing, past: [...before.past, before.drawing], future: [] }
  saving.state = 'saved'
  await readFaults()
}

/** The plan is in another state now. */
export function movedOn(plan: DrawnPlan): void {
  if (open.value?.plan.id === plan.id) open.value = { ...open.value, plan: { ...plan, document: plan.document ?? open.value.plan.document } }
}
