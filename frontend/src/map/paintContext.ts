// Paints the base map: land use, water, then roads with all casings under all carriageways.
import type { Painter, PaintFrame } from './VectorTiles'
import { inChunks } from './path'
import { LAND_LINE, landColour, RAIL, ROADS, WATER, widthAt } from './theme'
import { textOf, type TileFeature } from './tile'

export const paintContext: Painter = (frame) => {
  frame.context.lineJoin = 'round'
  paintLand(frame)
  paintWater(frame)
  paintRoads(frame)
}

function paintLand({ context, tile, scale, zoom }: PaintFrame): void {
  for (const [kind, features] of groupBy(tile.get('landuse') ?? [], (feature) => textOf(feature, 'kind').toLowerCase())) {
    const line = LAND_LINE[kind]
    if (line && zoom >= 16) {
      context.strokeStyle = line
      context.lineWidth = kind === 'tree_row' ? 4 : 1
      inChunks(context, features.filter(({ kind: shape }) => shape === 'line'), scale, () => context.stroke())
    }
    const colour = landColour(kind)
    if (!colour) continue
    context.fillStyle = colour
    inChunks(context, features.filter(({ kind: shape }) => shape === 'area'), scale, () => context.fill('evenodd'))
  }
}

function paintWater({ context, tile, scale, zoom }: PaintFrame): void {
  const water = tile.get('water') ?? []
  const areas = water.filter(({ kind }) => kind === 'area')
  const streams = water.filter(({ kind }) => kind === 'line')
  context.fillStyle = WATER.fill
  inChunks(context, areas, scale, () => context.fill('evenodd'))
  context.strokeStyle = WATER.fill
  context.lineCap = 'round'
  context.lineWidth = widthAt([1, 2, 4, 8, 14], zoom)
  inChunks(context, streams, scale, () => context.stroke())
}

function paintRoads({ context, tile, scale, zoom }: PaintFrame): void {
  const byClass = groupBy(tile.get('roads') ?? [], (feature) => textOf(feature, 'class'))
  const drawn = ROADS.map(([name, style]) => ({ style, width: widthAt(style.widths, zoom), features: byClass.get(name) ?? [] }))
    .filter(({ width, features }) => width > 0 && features.length > 0)

  context.lineCap = 'round'
  for (const { style, width, features } of drawn) {
    if (style.casing === '' || width < 1.4) continue
    context.strokeStyle = style.casing
    context.lineWidth = width + (zoom >= 16 ? 1.8 : 1.2)
    inChunks(context, features, scale, () => context.stroke())
  }
  paintRails(context, byClass.get('RAIL') ?? [], scale, zoom)
  for (const { style, width, features } of drawn) {
    context.strokeStyle = width < 1.4 && style.casing !== '' ? style.casing : style.fill
    context.lineWidth = width
    context.lineCap = style.dash ? 'butt' : 'round'
    context.setLineDash(style.dash ? [...style.dash] : [])
    inChunks(context, features, scale, () => context.stroke())
  }
  context.setLineDash([])
}

/** The usual sign: a grey line with light ties inside. */
function paintRails(context: CanvasRenderingContext2D, rails: readonly TileFeature[], scale: number, zoom: number): void {
  const width = widthAt(RAIL.widths, zoom)
  context.lineCap = 'butt'
  context.strokeStyle = RAIL.line
  context.lineWidth = width
  inChunks(context, rails, scale, () => context.stroke())
  if (zoom < 15) return
  context.strokeStyle = RAIL.tie
  context.lineWidth = width - 1
  context.setLineDash([8, 8])
  inChunks(context, rails, scale, () => context.stroke())
  context.setLineDash([])
}

function groupBy(features: readonly TileFeature[], key: (feature: TileFeature) => string): Map<string, TileFeature[]> {
  const groups = new Map<string, TileFeature[]>()
  for (const feature of features) {
    const name = key(feature)
    const group = groups.get(name)
    if (group) group.push(feature)
    else groups.set(name, [feature])
  }
  return groups
}
