// What a file holds, guessed from its name; the steward has the last word.
import type { FileKind } from '@/api/imports'

const SIGNS: readonly (readonly [FileKind, RegExp])[] = [
  ['staff', /岗位|网格长|staff/i],
  ['grids', /网格|grid/i],
  ['estates', /小区|院落|estate|compound/i],
  ['buildings', /楼栋|建筑|楼幢|房屋轮廓|building/i],
  ['units', /户室|房屋|房间|unit|room/i],
  ['households', /户籍|家庭|households?/i],
  ['people', /人口|居民|people|person|resident/i],
  ['organisations', /单位|企业|商户|organi[sz]ation|compan/i],
  ['addresses', /地址|门牌|address|doorplate/i],
  ['roads', /道路|路网|road|street/i],
  ['regions', /区划|社区|街道|region|village/i],
  ['evidence', /走访|证据|evidence|visit/i],
  ['context', /底图|context|land|water/i],
]

export function guessKind(fileName: string): FileKind | null {
  return SIGNS.find(([, sign]) => sign.test(fileName))?.[0] ?? null
}
