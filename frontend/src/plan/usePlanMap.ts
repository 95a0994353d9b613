// Shows the drawing on the map and brings what hands and keys do there to the edits.
import { computed, onMounted, onUnmounted, watch } from 'vue'
import { useI18n } from 'vue-i18n'
import { map, page } from '@/state/page'
import { askDrawing } from '@/state/planDrawing'
import type { GridLook } from '@/map/MeshCanvas'
import type { Sum } from './count/tally'
import { bandOf, shortName, verdictOf } from './drawing'
import { drawnOnMap, dragged, dropped, dropVertex, isLocked, pick, setTool } from './edits'
import { pressed } from './keys'
import { boxOfFace } from './mesh/mesh'
import { partsOf } from './mesh/read'
import { stepOf, type Step } from './mesh/step'
import { drag, editing, faults, isWritable, open, proposed, strays, stroke, type OpenPlan } from './open'
import { beginStroke, lift, sweep } from './painting'
import { guidesOf } from './snap/guides'
import { recallSnapping } from './snap/snapping'

/** What the map shows behind a plan: not the grids that stand. */
const HIDDEN = ['grids'] as const

export function usePlanMap(): void {
  const { t, n } = useI18n()
  const shown = HIDDEN.filter((layer) => page.shown[layer])

  onMounted(() => {
    recallSnapping()
    for (const layer of shown) page.shown[layer] = false
    askDrawing({ drawn: drawnOnMap, left: () => editing.tool !== 'merge' && (editing.tool = 'shape') })
    map.value?.plan.start({
      onPick: pick,
      onHold: (hold) => (editing.hold = hold?.kind === 'vertex' ? hold : null),
      onDrag: dragged,
      onDrop: dropped,
      onLetGo: () => (drag.value = null),
      onDelete: dropVertex,
      onStroke: beginStroke,
      onSweep: sweep,
      onLift: lift,
      onGiveUp: () => (stroke.value = null),
      onKey: pressed,
    })
    show()
    // When the plan is seen already, and before the first hand needs it.
    setTimeout(() => open.value && guidesOf(open.value.ground))
  })
  onUnmounted(() => {
    if (editing.tool !== 'shape') setTool('shape')
    askDrawing(null)
    map.value?.plan.stop()
    for (const layer of shown) page.shown[layer] = true
  })

  const moving = computed(() => {
    const now = drag.value
    return now && now.change.come.length > 0 ? new Set(now.after.keys()) : new Set<number>()
  })
  const left = computed<ReadonlySet<number>>((before) => (before && before.size === moving.value.size && [...before].every((id) => moving.value.has(id)) ? before : moving.value))

  const ring = computed(() => open.value?.ground.ring ?? [])
  const around = computed(() => ring.value.flatMap(({ geometry }) => partsOf(geometry).flat().map((outline) => outline.map(stepOf))))

  const hand = computed(() => {
    if (!isWritable.value || editing.grid === null || isLocked(editing.grid)) return 'pick'
    return editing.tool === 'shape' ? 'hold' : editing.tool === 'paint' ? 'paint' : 'pick'
  })

  function lookOf({ drawing, ground }: OpenPlan, id: number, sum: Sum | undefined): GridLook {
    return { tint: verdictOf(bandOf(drawing, ground, id), sum), name: shortName(drawing, ground, id), figure: n(sum?.load ?? 0, 'whole'), isLocked: isLocked(id) }
  }

  function show(): void {
    const now = open.value
    if (!now) return
    const { drawing } = now
    const { stock, sums } = drawing.tally
    map.value?.plan.showGround(
      {
        mesh: drawing.mesh,
        look: (id) => lookOf(now, id, sums.get(id)),
        picked: editing.grid,
        left: left.value,
        around: around.value,
        proposed: proposed.value,
        stray: strays.value.map((building) => stock.places[building] as Step),
        faults: faults.value.map(({ lon, lat, forbids }, i) => ({ at: stepOf([lon, lat]), forbids, isPicked: i === editing.fault })),
      },
      hand.value,
    )
  }

  function showTop(): void {
    const now = open.value
    if (!now) return
    const { drawing } = now
    const held = drag.value
    map.value?.plan.showTop({
      mesh: drawing.mesh,
      picked: editing.grid,
      selected: editing.hold?.kind === 'vertex' ? editing.hold.at : null,
      moving: new Map([...(held?.after ?? [])].map(([id, edges]) => [id, { edges, look: lookOf(now, id, held?.tally.sums.get(id)) }])),
      fresh: held?.change.come ?? [],
      isWrong: held !== null && held.fault !== null,
      snap: held?.snap ? { at: held.snap.at, line: held.snap.line, word: t(`plan.snap.${held.snap.kind}`) } : null,
      hasHandles: hand.value === 'hold',
      painted: stroke.value?.cells ?? new Map(),
    })
  }

  watch([open, proposed, () => editing.grid, () => editing.tool, faults, () => editing.fault, left], show)
  watch([open, drag, stroke, () => editing.grid, () => editing.hold, () => editing.tool], showTop, { flush: 'sync' })
}

export function flyToGrid(id: number): void {
  const box = open.value && boxOfFace(open.value.drawing.mesh, id)
  if (box) map.value?.fitTo([box.west / 1e8, box.south / 1e8, box.east / 1e8, box.north / 1e8])
}

export function flyToAll(): void {
  const boxes = [...(open.value?.drawing.mesh.edges ?? [])].map(({ box }) => box)
  if (boxes.length === 0) return
  const all = boxes.reduce((a, b) => ({ west: Math.min(a.west, b.west), south: Math.min(a.south, b.south), east: Math.max(a.east, b.east), north: Math.max(a.north, b.north) }))
  map.value?.fitTo([all.west / 1e8, all.south / 1e8, all.east / 1e8, all.north / 1e8])
}

export const flyToStep = ([x, y]: Step): void => map.value?.flyTo([x / 1e8, y / 1e8], 18)
