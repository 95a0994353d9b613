// Shows one area as the one in question: everything outside under a light veil, a strong line around it.
import L from 'leaflet'
import type { Area } from '@/api/types'
import { ACCENT } from './theme'

const WORLD: L.LatLngTuple[] = [
  [-85, -180],
  [85, -180],
  [85, 180],
  [-85, 180],
]

export class Spotlight {
  private readonly layers: L.LayerGroup
  private readonly within: L.LayerGroup
  /** Drawn well beyond the view, so that a drag does not reach its end. */
  private readonly renderer = L.svg({ padding: 1, pane: 'spotlight' })

  constructor(map: L.Map) {
    this.layers = L.layerGroup().addTo(map)
    this.within = L.layerGroup().addTo(map)
  }

  show(area: Area | null): void {
    this.layers.clearLayers()
    if (!area) return
    const rings = ringsOf(area)
    const common = { renderer: this.renderer, pane: 'spotlight', interactive: false }
    L.polygon([WORLD, ...rings], { ...common, stroke: false, fillColor: '#f3f1ec', fillOpacity: 0.5, fillRule: 'evenodd' }).addTo(this.layers)
    L.polygon(rings, { ...common, fill: false, color: '#fff', weight: 7, opacity: 0.9 }).addTo(this.layers)
    L.polygon(rings, { ...common, fill: false, color: ACCENT, weight: 3.5 }).addTo(this.layers)
  }

  /** The parts of it that something was counted in. */
  showCounted(area: Area | null): void {
    this.within.clearLayers()
    if (!area) return
    const style = { renderer: this.renderer, pane: 'spotlight', interactive: false, color: ACCENT, weight: 1.5, dashArray: '4 4', fillColor: ACCENT, fillOpacity: 0.12 }
    for (const rings of area.type === 'Polygon' ? [area.coordinates] : area.coordinates) {
      L.polygon(ringsOf({ type: 'Polygon', coordinates: rings }), style).addTo(this.within)
    }
  }
}

function ringsOf(area: Area): L.LatLngTuple[][] {
  const polygons = area.type === 'Polygon' ? [area.coordinates] : area.coordinates
  return polygons.flatMap((rings) => rings.map((ring) => ring.map(([lon, lat]) => [lat, lon] as L.LatLngTuple)))
}
