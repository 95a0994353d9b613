// All names of the map on one canvas, so that none is cut at a tile's edge and none covers another.
// The most wanted go first: grid numbers, regions, roads, places, then buildings and door plates.
import { TakenSpace } from './collision'
import { areaNames, pointNames, rankOfRoad, roadNames, spokenNumber, type TileAt } from './labels'
import { setAlong, lengthOf } from './alongLine'
import { placeStyle, type PlaceGroup } from './places'
import { GRID_LINE, REGION_LINE, WATER } from './theme'
import { STATE_STYLE } from '@/occupancy/states'
import { numberOf, textOf } from './tile'
import { TextPen, type TextStyle } from './TextPen'
import { ViewCanvas, type ViewFrame } from './ViewCanvas'
import type { VectorTiles } from './VectorTiles'

export interface LabelSources {
  readonly context: VectorTiles
  readonly grids: VectorTiles
  readonly regions: VectorTiles
  readonly buildings: VectorTiles
  readonly addresses: VectorTiles
}

/** The letter on a place's badge, from the translations. */
export type BadgeLetter = (group: PlaceGroup) => string

const LANE = rankOfRoad('LANE')

/** Pixels between two occurrences of one road's name. */
const REPEAT = 320

export class LabelLayer extends ViewCanvas {
  /** The picked grid is named first and largest. */
  pickedGrid: string | null = null

  constructor(
    private readonly sources: LabelSources,
    private readonly isShown: (source: keyof LabelSources) => boolean,
    private readonly badgeLetter: BadgeLetter,
  ) {
    super('labels')
  }

  protected override draw(frame: ViewFrame): void {
    const pen = new TextPen(frame, new TakenSpace())
    const zoom = Math.floor(frame.zoom)
    /** A school is a place, a ground and a building of one name: it is said once. */
    const said = new Set<string>()
    if (this.isShown('grids')) this.drawGrids(pen, zoom)
    if (this.isShown('regions')) this.drawRegions(pen, zoom)
    if (this.isShown('buildings') && zoom >= 17) this.drawVacant(pen)
    if (this.isShown('context')) {
      this.drawRoads(pen, zoom)
      this.drawWater(pen)
      this.drawPlaces(pen, zoom, said)
      if (zoom >= 15) this.drawLand(pen, said)
    }
    if (this.isShown('buildings') && zoom >= 17) this.drawBuildings(pen, zoom, said)
    if (this.isShown('addresses') && zoom >= 18) this.drawPlates(pen)
  }

  private tiles(source: keyof LabelSources, layerName: string): TileAt[] {
    return [...this.sources[source].loaded()].map(({ decoded, left, top, scale }) => ({
      left,
      top,
      scale,
      features: decoded.get(layerName) ?? [],
    }))
  }

  private drawGrids(pen: TextPen, zoom: number): void {
    if (zoom < 14) return
    const names = areaNames(this.tiles('grids', 'grids')).sort((a, b) => b.area - a.area)
    names.sort((a, b) => Number(this.isPicked(b.feature.properties.code)) - Number(this.isPicked(a.feature.properties.code)))
    for (const { feature, x, y, area } of names) {
      const picked = this.isPicked(feature.properties.code)
      // A number larger than its grid names the wrong one.
      if (area < (26 * pen.enlarged) ** 2 && !picked) continue
      const size = picked ? 26 : zoom >= 17 ? 22 : zoom >= 16 ? 20 : zoom >= 15 ? 16 : 13
      const colour = textOf(feature, 'kind') === 'DEDICATED' ? GRID_LINE.dedicated : GRID_LINE.text
      if (!pen.write(spokenNumber(feature), x, y, { weight: 700, size, colour, halo: 5 }) && !picked) continue
      const name = textOf(feature, 'name')
      if (name !== '' && (zoom >= 17 || (zoom === 16 && area > 190 * 120))) {
        pen.write(name, x, y + (size * 0.5 + 10) * pen.enlarged, { weight: 500, size: 12, colour, halo: 3 })
      }
    }
  }

  private isPicked(code: unknown): boolean {
    return this.pickedGrid !== null && String(code) === this.pickedGrid
  }

  private drawRegions(pen: TextPen, zoom: number): void {
    for (const { feature, x, y, area } of areaNames(this.tiles('regions', 'regions')).sort((a, b) => b.area - a.area)) {
      const level = textOf(feature, 'level')
      const style = REGION_LINE[level]
      const shown = level === 'COMMUNITY' ? zoom >= 14 && zoom <= 17 : level === 'STREET' ? zoom >= 12 && zoom <= 15 : zoom <= 12
      const name = textOf(feature, 'name')
      if (!style || !shown || area < 60 * 30) continue
      const size = level === 'COMMUNITY' ? 13 : 16
      // Stepped aside from the middle when a grid's number already stands there.
      for (const shift of [0, -26, 30, -48, 52]) {
        if (pen.write(name, x, y + shift * pen.enlarged, { weight: 600, size, colour: style.text, halo: 3.5, spacing: 2 })) break
      }
    }
  }

  private drawRoads(pen: TextPen, zoom: number): void {
    if (zoom < 14) return
    const placed = new Map<string, { x: number; y: number }[]>()
    const names = this.tiles('context', 'roads').flatMap(roadNames)
    names.sort((a, b) => rankOfRoad(a.roadClass) - rankOfRoad(b.roadClass) || lengthOf(b.line) - lengthOf(a.line))
    for (const { name, roadClass, line } of names) {
      const rank = rankOfRoad(roadClass)
      if (rank > zoom - 12) continue
      const size = rank <= 1 ? (zoom >= 16 ? 13 : 12) : rank < LANE || zoom >= 18 ? 12 : 11
      const style: TextStyle = { weight: 500, size, colour: rank <= 1 ? '#6d5a2c' : '#6b6a66', halo: 3, spacing: zoom >= 17 ? 3 : 1 }
      const letters = pen.lettersOf(name, style)
      const upright = /\p{Script=Han}/u.test(name)
      const length = lengthOf(line)
      // A name as long as its lane only hides the houses along it.
      if (rank >= LANE && zoom < 18 && length < letters.reduce((sum, { advance }) => sum + advance, 0) * 2) continue
      const before = placed.get(name) ?? []
      for (const share of [0.5, 0.3, 0.7, 0.15, 0.85]) {
        const glyphs = setAlong(line, letters, length * share, upright)
        const middle = glyphs?.[Math.floor(glyphs.length / 2)]
        if (!glyphs || !middle) continue
        if (before.some(({ x, y }) => Math.hypot(x - middle.x, y - middle.y) < REPEAT)) continue
        if (!pen.writeAlong(glyphs, style)) continue
        before.push(middle)
        if (length < REPEAT * 2) break
      }
      placed.set(name, before)
    }
  }

  private drawWater(pen: TextPen): void {
    const style: TextStyle = { weight: 500, italic: true, size: 13, colour: WATER.text, halo: 2, spacing: 4 }
    for (const { feature, x, y, area } of areaNames(this.tiles('context', 'water'), 'name')) {
      const name = textOf(feature, 'name')
      if (name !== '' && area > 3000) pen.write(name, x, y, style)
    }
  }

  private drawLand(pen: TextPen, said: Set<string>): void {
    const green: TextStyle = { weight: 500, size: 12, colour: '#4a7a43', halo: 3 }
    for (const { feature, x, y, area } of areaNames(this.tiles('context', 'landuse'), 'name')) {
      const name = textOf(feature, 'name')
      if (name === '' || area < 5000 || said.has(name)) continue
      const kind = textOf(feature, 'kind')
      if (pen.write(name, x, y, kind === 'park' || kind === 'garden' ? green : { ...green, colour: '#6b6453' })) said.add(name)
    }
  }

  private drawPlaces(pen: TextPen, zoom: number, said: Set<string>): void {
    const places = this.tiles('context', 'pois')
      .flatMap(pointNames)
      .flatMap(({ feature, x, y }) => {
        const style = placeStyle(textOf(feature, 'kind'))
        const name = textOf(feature, 'name')
        return style && name !== '' && zoom >= style.fromZoom ? [{ name, x, y, style }] : []
      })
      .sort((a, b) => a.style.fromZoom - b.style.fromZoom)
    for (const { name, x, y, style } of places) {
      if (pen.badge(this.badgeLetter(style.group), name, x, y, style.colour)) said.add(name)
    }
  }

  /** How many are verified vacant, as a tag on the building: the number that is looked for. */
  private drawVacant(pen: TextPen): void {
    const style = STATE_STYLE.VERIFIED_VACANT
    for (const { feature, x, y, area } of areaNames(this.tiles('buildings', 'buildings'))) {
      const vacant = numberOf(feature, 'vacant')
      if (vacant > 0 && area > 420) pen.tag(String(vacant), x, y, { paper: '#fffaf6', ink: style.ink, edge: style.fill })
    }
  }

  private drawBuildings(pen: TextPen, zoom: number, said: ReadonlySet<string>): void {
    const style: TextStyle = { weight: 500, size: 11, colour: '#3c434a', halo: 2.5 }
    for (const { feature, x, y, area } of areaNames(this.tiles('buildings', 'buildings')).sort((a, b) => b.area - a.area)) {
      const name = textOf(feature, 'name')
      if (name === '' || said.has(name) || area < (zoom >= 18 ? 700 : 1600)) continue
      if (!pen.write(name, x, y, style)) pen.write(name, x, y + 15 * pen.enlarged, style)
    }
  }

  private drawPlates(pen: TextPen): void {
    const style: TextStyle = { weight: 500, size: 10, colour: '#5b6470', halo: 2.5 }
    for (const { feature, x, y } of this.tiles('addresses', 'addresses').flatMap(pointNames)) {
      const label = textOf(feature, 'label')
      if (label !== '') pen.write(label, x, y, style)
    }
  }
}
