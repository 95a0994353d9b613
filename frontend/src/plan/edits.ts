// What the buttons and keys of the editor do to the drawing.
import type { LineString, Point, Polygon } from 'geojson'
import { i18n } from '@/i18n'
import { map } from '@/state/page'
import { after, freshId, lockedOf, saying, type Drawing, type Drawn, type SaidOfGrid } from './drawing'
import { dragSnapping, dragTo, type Hold } from './drag'
import { carve, merge, split } from './mesh/groundEdits'
import { communityOf, edgesOf, withEdges, type FaultKind, type Outcome } from './mesh/mesh'
import { faceAt } from './mesh/locate'
import { stepOf, type Step } from './mesh/step'
import { deleteVertex } from './mesh/vertexEdits'
import { measure } from './measure'
import { buildingsIn, givable, giveBuildings } from './paint'
import { drag, draw, editing, isWritable, open, type Tool } from './open'
import { guidesOf } from './snap/guides'
import { magnetOf } from './snap/lineSnap'
import { isSnapping } from './snap/snapping'

const { t } = i18n.global
const newName = (n: number): string => t('plan.newGrid', { n })

export const refuse = (fault: FaultKind): void => void (editing.refusal = t(`plan.refusal.${fault}`))

function take(drawn: Drawn): void {
  if ('fault' in drawn) refuse(drawn.fault)
  else draw(drawn.drawing)
}

const edited = (drawing: Drawing, outcome: Outcome, like: number): void => take(after(drawing, outcome, like, newName))

export function pick(place: Step): void {
  const now = open.value
  if (!now) return
  const grid = faceAt(now.drawing.mesh, place)
  editing.refusal = ''
  if (editing.tool === 'merge' && editing.grid !== null && grid !== 0 && grid !== editing.grid) return mergeWith(grid)
  editing.hold = null
  editing.grid = grid === 0 ? null : grid
}

export function choose(grid: number | null): void {
  editing.grid = grid
  editing.hold = null
  editing.refusal = ''
}

export function mergeWith(gone: number): void {
  const now = open.value
  const kept = editing.grid
  if (!now || kept === null || !isWritable.value) return
  if (isLocked(kept) || isLocked(gone)) return void (editing.refusal = t('plan.obstacle.locked'))
  edited(now.drawing, merge(now.drawing.mesh, kept, gone), kept)
  setTool('shape')
}

/** Buildings go to the grid picked, with their cells. */
export function give(buildings: Iterable<number>): void {
  const now = open.value
  const { grid } = editing
  if (!now || grid === null || !isWritable.value) return
  if (isLocked(grid)) return void (editing.refusal = t('plan.obstacle.locked'))
  const going = givable(now.drawing, buildings, grid)
  if (typeof going === 'string') refuse(going)
  else take(giveBuildings(now.drawing, going, grid))
}

export const isLocked = (id: number): boolean => open.value?.drawing.said.get(id)?.locked === true

/** The hand moves; nothing is drawn before it lets go. `reach`: how many steps around it things draw it to them. */
export function dragged(hold: Hold, to: Step, reach: number): void {
  const now = open.value
  if (!now) return
  drag.value = isSnapping.value && reach > 0 ? dragSnapping(now.drawing, guidesOf(now.ground), hold, to, reach) : dragTo(now.drawing, hold, to)
}

export function dropped(): void {
  const now = open.value
  const held = drag.value
  drag.value = null
  if (!now || !held || held.change.come.length === 0) return
  if (held.fault) return refuse(held.fault)
  const mesh = withEdges(now.drawing.mesh, new Set(held.change.gone), held.change.come)
  draw({ ...now.drawing, mesh, tally: held.tally })
}

/** In one go, as the keyboard does it. */
export function moveTo(hold: Hold, to: Step, reach: number): void {
  dragged(hold, to, reach)
  dropped()
}

export function dropVertex(at: Step): void {
  const now = open.value
  if (now && isWritable.value) edited(now.drawing, deleteVertex(now.drawing.mesh, at), editing.grid ?? 0)
}

export function setTool(tool: Tool): void {
  map.value?.cancelDrawing()
  editing.tool = tool
  editing.hold = null
  editing.refusal = ''
  editing.measured = null
  if (tool === 'split') map.value?.startDrawing('LINE', magnet)
  if (tool === 'lasso') map.value?.startDrawing('AREA', editing.lassoOf === 'ground' ? magnet : null)
  if (tool === 'measure') map.value?.startDrawing('AREA')
}

const magnet = magnetOf(
  () => (isSnapping.value && open.value ? guidesOf(open.value.ground) : null),
  (kind) => t(`plan.snap.${kind}`),
)

/** What was drawn on the map for the tool in hand. */
export function drawnOnMap(drawn: Point | LineString | Polygon): void {
  const now = open.value
  if (!now) return
  const { tool, grid } = editing
  editing.tool = 'shape'
  if (tool === 'measure') editing.measured = measure(drawn)
  if (tool === 'split' && drawn.type === 'LineString') splitAlong(now.drawing, drawn.coordinates.map(stepOf))
  if (tool === 'lasso' && drawn.type === 'Polygon' && grid !== null) {
    const { mesh } = now.drawing
    const line = (drawn.coordinates[0] ?? []).map(stepOf)
    if (editing.lassoOf === 'buildings') give(buildingsIn(now.drawing, line))
    else edited(now.drawing, carve(mesh, line, grid, communityOf(mesh, grid), lockedOf(now.drawing)), grid)
  }
}

/** The grid picked, or the one that the line runs through. */
function splitAlong(drawing: Drawing, line: readonly Step[]): void {
  const [a, b] = [line[Math.floor((line.length - 1) / 2)] as Step, line[Math.floor((line.length - 1) / 2) + 1] as Step]
  const grid = editing.grid ?? faceAt(drawing.mesh, [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2])
  if (isLocked(grid)) return void (editing.refusal = t('plan.obstacle.locked'))
  edited(drawing, split(drawing.mesh, grid, line, freshId(drawing)), grid)
  if (edgesOf(drawing.mesh, grid).length > 0) editing.grid = grid
}

export function say(id: number, change: Partial<SaidOfGrid>): void {
  const now = open.value
  if (now && isWritable.value) draw(saying(now.drawing, id, change))
}
