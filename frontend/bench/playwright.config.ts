// Measurements in the system's browser: no service, the script itself answers for it.
//   npm run build && npx playwright test -c bench
import { defineConfig } from '@playwright/test'

export default defineConfig({
  testMatch: '*.bench.ts',
  testDir: '.',
  outputDir: '../target/bench',
  workers: 1,
  timeout: 600_000,
  reporter: [['line']],
  use: {
    viewport: { width: 1440, height: 900 },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    launchOptions: { executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] },
  },
})
