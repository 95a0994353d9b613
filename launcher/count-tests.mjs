// node count-tests.mjs REPORTS "BROKEN RUNNERS" SUREFIRE-FOLDER…  →  "N passed, N failed, N skipped" over all runners.
// REPORTS may hold vitest.json and playwright.json; a Surefire folder holds TEST-*.xml. A runner that ended badly
// without a failed test in its report (a lint, a compile error) counts as one failure.
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

const sum = { passed: 0, failed: 0, skipped: 0 }
const [reports, broken, ...surefire] = process.argv.slice(2)
const unexplained = new Set(broken.split(' ').filter((runner) => runner !== ''))
const add = (runner, passed, failed, skipped) => {
  sum.passed += passed
  sum.failed += failed
  sum.skipped += skipped
  if (failed > 0) unexplained.delete(runner)
}

const vitest = join(reports, 'vitest.json')
if (existsSync(vitest)) {
  const told = JSON.parse(readFileSync(vitest, 'utf8'))
  add('vitest', told.numPassedTests, told.numFailedTests, told.numPendingTests + (told.numTodoTests ?? 0))
}

const playwright = join(reports, 'playwright.json')
if (existsSync(playwright)) {
  const { stats, errors } = JSON.parse(readFileSync(playwright, 'utf8'))
  // an error outside of any test, such as a file that does not load, is a failure too
  add('journey', stats.expected + stats.flaky, stats.unexpected + errors.length, stats.skipped)
}

for (const folder of surefire.filter((name) => existsSync(name))) {
  for (const file of readdirSync(folder).filter((name) => /^TEST-.*\.xml$/.test(name))) {
    const head = /<testsuite\s[^>]*>/.exec(readFileSync(join(folder, file), 'utf8'))?.[0] ?? ''
    const figure = (name) => Number(new RegExp(`\\s${name}="(\\d+)"`).exec(head)?.[1] ?? 0)
    const failed = figure('failures') + figure('errors')
    add('maven', figure('tests') - failed - figure('skipped'), failed, figure('skipped'))
  }
}

sum.failed += unexplained.size
console.log(`${sum.passed} passed, ${sum.failed} failed, ${sum.skipped} skipped`)
