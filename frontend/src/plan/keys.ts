// The editor's keys; the cross in the middle of the map is the hand.
import { faultAt, nextStray } from './walk'
import { dropVertex, moveTo, pick, say, setTool } from './edits'
import { lassoFor, paintAt } from './painting'
import { handlesOf } from '@/map/DragCanvas'
import { leavePlan, map } from '@/state/page'
import { keyOf, type Step } from './mesh/step'
import { editing, isWritable, open, redo, undo } from './open'
import { turnSnapping } from './snap/snapping'

/** Whether the key meant something. `reach`: how many steps around the cross things draw it to them. */
export function pressed(event: KeyboardEvent, cross: Step, reach: number): boolean {
  const isCommand = event.ctrlKey || event.metaKey
  if (isCommand && event.key.toLowerCase() === 'z') return does(event.shiftKey ? redo : undo)
  if (isCommand && event.key.toLowerCase() === 'y') return does(redo)
  if (isCommand || event.altKey) return false
  const deed = deedOf(event, cross, reach)
  return deed !== null && does(deed)
}

function does(deed: () => void): true {
  deed()
  return true
}

function deedOf(event: KeyboardEvent, cross: Step, reach: number): (() => void) | null {
  const { grid, hold } = editing
  const mayDraw = isWritable.value
  switch (event.key) {
    case 'f':
      return () => faultAt(1)
    case 'F':
      return () => faultAt(-1)
    case 'b':
      return nextStray
    case 'Enter':
      return () => pick(cross)
    case 'Escape':
      return () => (hold ? (editing.hold = null) : grid !== null ? ((editing.grid = null), setTool('shape')) : leavePlan())
    case 'v':
      return () => setTool('shape')
    case 'd':
      return () => setTool('measure')
    case 'x':
      return mayDraw ? () => setTool('split') : null
    case 'c':
      return mayDraw && grid !== null ? () => setTool('paint') : null
    case 'L':
      return mayDraw && grid !== null ? () => lassoFor('ground') : null
    case 'l':
      return mayDraw && grid !== null ? () => lassoFor('buildings') : null
    case 'm':
      return mayDraw && grid !== null ? () => setTool('merge') : null
    case 'k':
      return mayDraw && grid !== null ? () => say(grid, { locked: open.value?.drawing.said.get(grid)?.locked !== true }) : null
    case 's':
      return mayDraw ? turnSnapping : null
    case 'n':
      return () => walkCorners(1, cross)
    case 'p':
      return () => walkCorners(-1, cross)
    case ' ':
      if (editing.tool === 'paint') return mayDraw && grid !== null ? () => paintAt(cross) : null
      return mayDraw && hold ? () => moveTo(hold, cross, reach) : null
    case 'i':
      return mayDraw && grid !== null ? () => insertAt(cross, reach) : null
    case 'Delete':
      return mayDraw && hold?.kind === 'vertex' ? () => dropVertex(hold.at) : null
    default:
      return null
  }
}

/** To the next corner of the grid that can be moved, which comes under the cross. */
function walkCorners(by: 1 | -1, cross: Step): void {
  const mesh = open.value?.drawing.mesh
  if (!mesh) return
  const corners = handlesOf(mesh, editing.grid).corners.filter(({ isFixed }) => !isFixed)
  const { hold } = editing
  const here = hold?.kind === 'vertex' ? corners.findIndex(({ at }) => keyOf(at) === keyOf(hold.at)) : -1
  const next = here < 0 ? nearest(corners, cross) : corners[(here + by + corners.length) % corners.length]
  if (!next) return
  editing.hold = { kind: 'vertex', at: next.at }
  map.value?.panTo([next.at[0] / 1e8, next.at[1] / 1e8])
}

/** A corner at the cross, in the side that is nearest. */
function insertAt(cross: Step, reach: number): void {
  const mesh = open.value?.drawing.mesh
  if (!mesh) return
  const side = nearest(handlesOf(mesh, editing.grid).middles, cross)
  if (side) moveTo({ kind: 'middle', ...side }, cross, reach)
}

function nearest<T extends { readonly at: Step }>(all: readonly T[], [x, y]: Step): T | undefined {
  const far = ({ at }: T): number => Math.hypot(at[0] - x, at[1] - y)
  return all.reduce<T | undefined>((best, each) => (best && far(best) <= far(each) ? best : each), undefined)
}
