// Draws the grids of a plan: what is in view, and of that no more corners than a screen can show.
import { edgesOf, isBorder, meshBoxes, type Edge, type Mesh } from '@/plan/mesh/mesh'
import { polygonsOf } from '@/plan/mesh/rings'
import { degreesOf, meets, type Box, type Step } from '@/plan/mesh/step'
import { FONT, HALO, REGION_LINE } from './theme'
import { ViewCanvas, type ViewFrame } from './ViewCanvas'

export type Tint = 'below' | 'within' | 'above' | 'unset'

export interface GridLook {
  readonly tint: Tint
  readonly name: string
  readonly figure: string
  readonly isLocked: boolean
}

export interface MeshScene {
  readonly mesh: Mesh
  readonly look: (id: number) => GridLook
  readonly picked: number | null
  /** Drawn elsewhere, while a hand moves their borders. */
  readonly left: ReadonlySet<number>
  /** Borders of the grids around. */
  readonly around: readonly (readonly Step[])[]
  /** Borders to be looked at before they are taken over. */
  readonly proposed: readonly Edge[]
  /** Buildings in no grid. */
  readonly stray: readonly Step[]
  readonly faults: readonly { readonly at: Step; readonly forbids: boolean; readonly isPicked: boolean }[]
}

export const TINTS: Readonly<Record<Tint, { fill: string; text: string }>> = {
  below: { fill: '#e8b44c', text: '#7a4f00' },
  within: { fill: '#4fa58a', text: '#17594a' },
  above: { fill: '#d9653b', text: '#8f3206' },
  unset: { fill: '#8b979c', text: '#46525a' },
}

export const BORDER = '#155664'

/** World pixels at zoom 0 of the corners of an edge, made once. */
const worlds = new WeakMap<readonly Step[], Float64Array>()

export function worldOf(chain: readonly Step[]): Float64Array {
  const known = worlds.get(chain)
  if (known) return known
  const made = new Float64Array(chain.length * 2)
  chain.forEach((step, i) => {
    const [lon, lat] = degreesOf(step)
    const sine = Math.sin((lat * Math.PI) / 180)
    made[2 * i] = ((lon + 180) / 360) * 256
    made[2 * i + 1] = (0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * 256
  })
  worlds.set(chain, made)
  return made
}

/** Where world pixels of zoom 0 come to lie on a canvas. */
export class Scale {
  readonly by: number

  constructor(private readonly frame: ViewFrame) {
    this.by = 2 ** frame.zoom
  }

  trace(chain: readonly Step[], closed = false): void {
    const { context, dx, dy } = this.frame
    const world = worldOf(chain)
    let [x0, y0] = [NaN, NaN]
    for (let i = 0; i < world.length; i += 2) {
      const x = (world[i] as number) * this.by + dx
      const y = (world[i + 1] as number) * this.by + dy
      const isEnd = i === 0 || i === world.length - 2
      if (!isEnd && Math.abs(x - x0) < 0.8 && Math.abs(y - y0) < 0.8) continue
      if (i === 0) context.moveTo(x, y)
      else context.lineTo(x, y)
      ;[x0, y0] = [x, y]
    }
    if (closed) context.closePath()
  }

  at(step: Step): [x: number, y: number] {
    const world = worldOf([step])
    return [(world[0] as number) * this.by + this.frame.dx, (world[1] as number) * this.by + this.frame.dy]
  }

  /** What of the ground the canvas shows, in steps. */
  get view(): Box {
    const { dx, dy, width, height } = this.frame
    const lat = (y: number): number => (Math.atan(Math.sinh(Math.PI * (1 - (2 * (y - dy)) / (256 * this.by)))) * 180) / Math.PI
    const lon = (x: number): number => ((x - dx) / (256 * this.by)) * 360 - 180
    return { west: lon(0) * 1e8, east: lon(width) * 1e8, south: lat(height) * 1e8, north: lat(0) * 1e8 }
  }
}

const rings = new WeakMap<Edge, Map<number, { edges: readonly Edge[]; rings: readonly (readonly Step[])[] }>>()

/** Rings of a grid, kept as long as the edges around it are the same. */
export function ringsOf(edges: readonly Edge[], id: number): readonly (readonly Step[])[] {
  const [first] = edges
  if (!first) return []
  const kept = rings.get(first)?.get(id)
  if (kept?.edges.length === edges.length && kept.edges.every((edge, i) => edge === edges[i])) return kept.rings
  const made = polygonsOf(edges, id).flat()
  const mine = rings.get(first) ?? new Map<number, { edges: readonly Edge[]; rings: readonly (readonly Step[])[] }>()
  mine.set(id, { edges, rings: made })
  rings.set(first, mine)
  return made
}

export class MeshCanvas extends ViewCanvas {
  private scene: MeshScene | null = null

  constructor() {
    super('plan')
  }

  show(scene: MeshScene | null): void {
    this.scene = scene
    this.refresh()
  }

  protected override draw(frame: ViewFrame): void {
    const { scene } = this
    if (!scene) return
    const { context } = frame
    const scale = new Scale(frame)
    const { view } = scale
    const seen = [...meshBoxes(scene.mesh)].filter(([id, box]) => meets(box, view) && !scene.left.has(id)).map(([id, box]) => ({ id, box, look: scene.look(id) }))
    for (const tint of Object.keys(TINTS) as Tint[]) {
      context.beginPath()
      for (const { id, look } of seen) if (id !== scene.picked && look.tint === tint) for (const ring of ringsOf(edgesOf(scene.mesh, id), id)) scale.trace(ring, true)
      context.fillStyle = TINTS[tint].fill
      context.globalAlpha = 0.2
      context.fill('evenodd')
    }
    context.globalAlpha = 1
    context.beginPath()
    for (const ring of scene.around) scale.trace(ring)
    context.strokeStyle = '#7f8f95'
    context.lineWidth = 1
    context.stroke()
    const edges = scene.mesh.edges.filter(({ box, left, right }) => meets(box, view) && !scene.left.has(left) && !scene.left.has(right))
    this.lines(frame, scale, edges.filter((edge) => !isBorder(scene.mesh, edge)), BORDER, frame.zoom >= 15 ? 1.8 : 1)
    this.lines(frame, scale, edges.filter((edge) => isBorder(scene.mesh, edge)), REGION_LINE.COMMUNITY?.line ?? BORDER, frame.zoom >= 14 ? 2.6 : 1.2)
    if (scene.picked !== null && !scene.left.has(scene.picked)) paintPicked(frame, scale, edgesOf(scene.mesh, scene.picked), scene.picked, scene.look(scene.picked).tint)
    if (scene.proposed.length > 0) this.proposal(frame, scale, scene.proposed)
    this.names(frame, scale, scene.mesh, seen)
    for (const stray of scene.stray) dot(frame, scale.at(stray), 5, '#c0392b')
    for (const fault of scene.faults) flag(frame, scale.at(fault.at), fault.forbids, fault.isPicked)
  }

  private proposal({ context }: ViewFrame, scale: Scale, edges: readonly Edge[]): void {
    context.beginPath()
    for (const { chain } of edges) scale.trace(chain)
    context.strokeStyle = '#fff'
    context.lineWidth = 5
    context.stroke()
    context.strokeStyle = '#a21caf'
    context.lineWidth = 2.6
    context.setLineDash([9, 5])
    context.stroke()
    context.setLineDash([])
  }

  private lines({ context }: ViewFrame, scale: Scale, edges: readonly Edge[], colour: string, width: number): void {
    context.lineJoin = 'round'
    for (const [ink, wide] of [['rgba(255, 255, 255, 0.8)', width + 2.2], [colour, width]] as const) {
      context.strokeStyle = ink
      context.lineWidth = wide
      context.beginPath()
      for (const { chain } of edges) scale.trace(chain)
      context.stroke()
    }
  }

  private names(frame: ViewFrame, scale: Scale, mesh: Mesh, seen: readonly { id: number; box: Box; look: GridLook }[]): void {
    for (const { id, box, look } of seen) {
      const [west, south] = scale.at([box.west, box.south])
      const [east, north] = scale.at([box.east, box.north])
      if (east - west >= 58 && south - north >= 34) paintName(frame, scale, edgesOf(mesh, id), id, look)
    }
  }
}

/** CSS pixels; a wall screen has larger letters, as the page around the map. */
export function letterSize(): number {
  return window.innerWidth >= 2200 ? 18 : 13
}

/** What the grid is called, and under it its load in the colour that says how good that is. */
export function paintName({ context }: ViewFrame, scale: Scale, edges: readonly Edge[], id: number, { name, figure, tint, isLocked }: GridLook): void {
  const [x, y] = middle(ringsOf(edges, id), scale)
  const size = letterSize()
  context.lineJoin = 'round'
  text(context, `${name}${isLocked ? ' ⚿' : ''}`, x, y - 0.2 * size, `600 ${size}px ${FONT}`, BORDER)
  text(context, figure, x, y + 1.1 * size, `700 ${1.15 * size}px ${FONT}`, TINTS[tint].text)
}

export function paintPicked(frame: ViewFrame, scale: Scale, edges: readonly Edge[], id: number, tint: Tint): void {
  const { context } = frame
  context.beginPath()
  for (const ring of ringsOf(edges, id)) scale.trace(ring, true)
  context.fillStyle = TINTS[tint].fill
  context.globalAlpha = 0.34
  context.fill('evenodd')
  context.globalAlpha = 1
  context.lineJoin = 'round'
  for (const [ink, width] of [['#fff', 6.5], [BORDER, 3.2]] as const) {
    context.strokeStyle = ink
    context.lineWidth = width
    context.stroke()
  }
}

function dot({ context }: ViewFrame, [x, y]: readonly [number, number], radius: number, colour: string): void {
  context.beginPath()
  context.arc(x, y, radius, 0, 2 * Math.PI)
  context.fillStyle = colour
  context.fill()
  context.strokeStyle = '#fff'
  context.lineWidth = 2
  context.stroke()
}

function flag(frame: ViewFrame, [x, y]: readonly [number, number], forbids: boolean, isPicked: boolean): void {
  const { context } = frame
  dot(frame, [x, y], isPicked ? 12 : 8, forbids ? '#b3261e' : '#b7791f')
  text(context, '!', x, y + (isPicked ? 6 : 4.5), `700 ${isPicked ? 16 : 12}px ${FONT}`, '#fff', false)
}

function text(context: CanvasRenderingContext2D, words: string, x: number, y: number, font: string, colour: string, haloed = true): void {
  context.font = font
  context.textAlign = 'center'
  if (haloed) {
    context.strokeStyle = HALO
    context.lineWidth = 4
    context.strokeText(words, x, y)
  }
  context.fillStyle = colour
  context.fillText(words, x, y)
}

/** The middle of the widest stretch half way up the first ring. */
function middle(all: readonly (readonly Step[])[], scale: Scale): [number, number] {
  const ring = all[0] ?? []
  let [low, high] = [Infinity, -Infinity]
  for (const [, y] of ring) {
    low = Math.min(low, y)
    high = Math.max(high, y)
  }
  const level = (low + high) / 2 + 0.5
  const crossings: number[] = []
  for (const each of all) {
    for (let i = 1; i < each.length; i++) {
      const [[ax, ay], [bx, by]] = [each[i - 1] as Step, each[i] as Step]
      if (ay > level !== by > level) crossings.push(ax + ((level - ay) / (by - ay)) * (bx - ax))
    }
  }
  crossings.sort((a, b) => a - b)
  let [width, x] = [-1, ring[0]?.[0] ?? 0]
  for (let i = 0; i + 1 < crossings.length; i += 2) {
    const [from, to] = [crossings[i] as number, crossings[i + 1] as number]
    if (to - from > width) [width, x] = [to - from, (from + to) / 2]
  }
  return scale.at([x, level])
}
