import type { coordinates as zhCN } from './coordinates.zh-CN'

export const coordinates: typeof zhCN = {
  coordinates: {
    title: 'Coordinates',
    unknown: 'No reading is believed',
    none: 'Coordinates were not looked at: the file has no shapes, or it did not come to that.',
    accuracy: 'about {metres} m off',
    residuals: 'Left over at each control point (m): {list}',
    picture: 'Some places of the file: before, after, and the buildings of the register',
    before: 'As the file says',
    after: 'As it is read',
    register: 'The register',
    metres: '{metres} m',
    choose: 'Read it another way',
    matched: '{metres} m off, {matched} of {compared} match',
    unmatched: 'nothing matches',
    asFile: 'Say nothing: as the file says and the register shows',
    own: 'Say it myself',
    ownHint: 'EPSG:4549, EPSG:4326+GCJ02',
    control: 'Control points (Xian 80, Beijing 54)',
    controlHint: 'One a line: x, y, lon, lat; five at least',
    shift: 'Four parameters',
    shiftHint: 'metres east, metres north, seconds of arc, millionths',
    again: 'Check again so',
    obstacle: { reading: 'Choose a reading', own: 'Say a system, control points or parameters', control: 'Control points have four numbers a line', points: '{count} control points at least' },
  },
}
