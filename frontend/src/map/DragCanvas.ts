// The grid picked with its handles, and the grids on both sides of a border while a hand moves it: drawn anew with every move, so alone.
import { edgesOf, isBorder, meshBoxes, type Edge, type Mesh } from '@/plan/mesh/mesh'
import { isFixed } from '@/plan/mesh/vertexEdits'
import { maySlide } from '@/plan/mesh/slide'
import { around, boxOf, keyOf, type Box, type Step } from '@/plan/mesh/step'
import { BORDER, letterSize, paintName, paintPicked, ringsOf, Scale, TINTS, worldOf, type GridLook } from './MeshCanvas'
import { paintSnap, type SnapMark } from './paintSnap'
import { ViewCanvas, type Extent, type ViewFrame } from './ViewCanvas'

export interface DragScene {
  readonly mesh: Mesh
  readonly picked: number | null
  readonly selected: Step | null
  /** By grid beside a border that moves. */
  readonly moving: ReadonlyMap<number, { readonly edges: readonly Edge[]; readonly look: GridLook }>
  readonly isWrong: boolean
  /** New borders, drawn in red where they cannot stay. */
  readonly fresh: readonly Edge[]
  readonly hasHandles: boolean
  /** By grid that gives them: cells of buildings a brush went over. */
  readonly painted: ReadonlyMap<number, readonly (readonly Step[])[]>
  /** What the hand was drawn to. */
  readonly snap: SnapMark | null
}

export interface Handles {
  readonly corners: readonly { readonly at: Step; readonly isFixed: boolean }[]
  readonly middles: readonly { readonly edge: Edge; readonly place: number; readonly at: Step }[]
}

const NONE: Handles = { corners: [], middles: [] }
const WRONG = '#c0392b'
const PAINTED = '#e08a1e'
/** CSS pixels that lines, handles and the word beside a ring reach beyond what they are of. */
const REACH = 90
const NOWHERE: Extent = [0, 0, 0, 0]
let known: { mesh: Mesh; grid: number; handles: Handles } | null = null

/** What of a grid can be taken hold of. */
export function handlesOf(mesh: Mesh, grid: number | null): Handles {
  if (grid === null) return NONE
  if (known?.mesh === mesh && known.grid === grid) return known.handles
  const corners = new Map<string, { at: Step; isFixed: boolean }>()
  const middles: { edge: Edge; place: number; at: Step }[] = []
  for (const edge of edgesOf(mesh, grid)) {
    const fixed = isBorder(mesh, edge)
    const last = edge.chain.length - 1
    edge.chain.forEach((at, i) => {
      const isEnd = i === 0 || i === last
      corners.set(keyOf(at), { at, isFixed: (fixed || (isEnd && isFixed(mesh, at))) && !(isEnd && maySlide(mesh, at)) })
      if (i === 0 || fixed) return
      const before = edge.chain[i - 1] as Step
      middles.push({ edge, place: i, at: [Math.round((before[0] + at[0]) / 2), Math.round((before[1] + at[1]) / 2)] })
    })
  }
  const handles = { corners: [...corners.values()], middles }
  known = { mesh, grid, handles }
  return handles
}

export class DragCanvas extends ViewCanvas {
  private scene: DragScene | null = null
  private told = false

  constructor() {
    super('draft')
  }

  /** Drawn within the frame that moved the hand: a frame later it would lag behind it. However much is told at once, once. */
  show(scene: DragScene | null): void {
    const isDue = this.told
    this.scene = scene
    this.told = true
    if (isDue) return
    queueMicrotask(() => {
      this.told = false
      this.drawNow()
    })
  }

  protected override extent(zoom: number): Extent {
    const { scene } = this
    if (!scene) return NOWHERE
    const { mesh, picked, moving, painted, fresh, snap, hasHandles } = scene
    const boxes: Box[] = [...moving.values()].flatMap(({ edges }) => edges.map(({ box }) => box))
    const boxOfGrid = (id: number | null): Box | undefined => (id === null ? undefined : meshBoxes(mesh).get(id))
    for (const box of [hasHandles ? boxOfGrid(picked) : undefined, ...[...painted.keys()].map(boxOfGrid)]) if (box) boxes.push(box)
    for (const { box } of fresh) boxes.push(box)
    if (snap) boxes.push(boxOf([...snap.line, snap.at]))
    if (boxes.length === 0) return NOWHERE
    const { west, south, east, north } = boxes.reduce(around)
    const [x0, y0, x1, y1] = [...worldOf([[west, north], [east, south]])].map((world) => world * 2 ** zoom) as [number, number, number, number]
    const longest = Math.max(0, ...[...moving.values()].map(({ look }) => look.name.length + 2))
    const beside = Math.max(REACH, (longest * letterSize()) / 2)
    return [x0 - beside, y0 - REACH, x1 + beside, y1 + REACH]
  }

  protected override draw(frame: ViewFrame): void {
    const { scene } = this
    if (!scene) return
    const { context } = frame
    const scale = new Scale(frame)
    context.lineJoin = 'round'
    for (const [id, { edges, look }] of scene.moving) {
      if (id === scene.picked) continue
      context.beginPath()
      for (const ring of ringsOf(edges, id)) scale.trace(ring, true)
      context.globalAlpha = 0.26
      context.fillStyle = TINTS[look.tint].fill
      context.fill('evenodd')
      context.globalAlpha = 1
      context.strokeStyle = BORDER
      context.lineWidth = 1.8
      context.stroke()
    }
    const own = scene.picked === null ? undefined : scene.moving.get(scene.picked)
    if (own && scene.picked !== null) paintPicked(frame, scale, own.edges, scene.picked, own.look.tint)
    if (scene.fresh.length > 0) {
      context.beginPath()
      for (const { chain } of scene.fresh) scale.trace(chain)
      context.strokeStyle = scene.isWrong ? WRONG : '#e08a1e'
      context.lineWidth = 3.6
      context.setLineDash(scene.isWrong ? [6, 5] : [])
      context.stroke()
      context.setLineDash([])
    }
    for (const [id, { edges, look }] of scene.moving) paintName(frame, scale, edges, id, look)
    for (const [id, cells] of scene.painted) this.cells(frame, scale, scene.mesh, id, cells)
    if (scene.snap) paintSnap(frame, scale, scene.snap)
    if (scene.moving.size === 0 && scene.hasHandles) this.handles(frame, scale, scene)
  }

  /** Cells end at the border of their grid. */
  private cells({ context }: ViewFrame, scale: Scale, mesh: Mesh, id: number, cells: readonly (readonly Step[])[]): void {
    context.save()
    context.beginPath()
    for (const ring of ringsOf(edgesOf(mesh, id), id)) scale.trace(ring, true)
    context.clip('evenodd')
    context.beginPath()
    for (const cell of cells) scale.trace(cell, true)
    context.globalAlpha = 0.4
    context.fillStyle = PAINTED
    context.fill()
    context.globalAlpha = 1
    context.strokeStyle = '#fff'
    context.lineWidth = 1.2
    context.stroke()
    context.restore()
  }

  private handles(frame: ViewFrame, scale: Scale, { mesh, picked, selected }: DragScene): void {
    const { corners, middles } = handlesOf(mesh, picked)
    const isSeen = ([x, y]: readonly [number, number]): boolean => x > -20 && y > -20 && x < frame.width + 20 && y < frame.height + 20
    for (const { edge, place, at } of middles) {
      const [here, from, to] = [scale.at(at), scale.at(edge.chain[place - 1] as Step), scale.at(edge.chain[place] as Step)]
      if (isSeen(here) && Math.hypot(from[0] - to[0], from[1] - to[1]) > 40) ring(frame, here, 4, '#e3f0f2', 1.8)
    }
    for (const { at, isFixed: fixed } of corners) {
      const here = scale.at(at)
      if (!isSeen(here)) continue
      const isSelected = selected !== null && keyOf(selected) === keyOf(at)
      if (fixed) ring(frame, here, 3.2, '#b59a7d', 1.2, '#fff')
      else ring(frame, here, isSelected ? 8 : 6, isSelected ? BORDER : '#fff', 2.4)
    }
  }
}

function ring({ context }: ViewFrame, [x, y]: readonly [number, number], radius: number, fill: string, width: number, stroke = BORDER): void {
  context.beginPath()
  context.arc(x, y, radius, 0, 2 * Math.PI)
  context.fillStyle = fill
  context.fill()
  context.strokeStyle = stroke
  context.lineWidth = width
  context.stroke()
}
