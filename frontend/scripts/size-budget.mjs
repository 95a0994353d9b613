// Refuses a build whose scripts have grown beyond the budget: what every phone has to load before the first map.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

const BUDGET_KB = 450
const assets = new URL('../target/dist/assets/', import.meta.url).pathname

const sizes = readdirSync(assets)
  .filter((name) => name.endsWith('.js'))
  .map((name) => ({ name, kB: gzipSync(readFileSync(join(assets, name))).length / 1024 }))
const total = sizes.reduce((sum, { kB }) => sum + kB, 0)

const line = `scripts ${total.toFixed(0)} kB of ${BUDGET_KB} kB (gzip)`
if (total > BUDGET_KB) {
  console.error(`${line}: over the budget\n${sizes.map(({ name, kB }) => `  ${kB.toFixed(1)} kB ${name}`).join('\n')}`)
  process.exit(1)
}
console.log(line)
