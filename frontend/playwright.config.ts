// The journey through the running product, on the system's own browser: nothing is downloaded.
//   REGISTRY_URL=http://127.0.0.1:8080 npm run journey       (the demo district is expected to be loaded)
import { defineConfig } from '@playwright/test'

export default defineConfig({
  testMatch: '*.journey.ts',
  testDir: 'journey',
  outputDir: 'target/journey/failures',
  workers: 1,
  timeout: 240_000,
  expect: { timeout: 15_000 },
  reporter: [['list']],
  use: {
    baseURL: process.env.REGISTRY_URL ?? 'http://127.0.0.1:8080',
    viewport: { width: 1440, height: 900 },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    launchOptions: {
      executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
      // The sandbox needs rights that a container does not give; only our own page is opened.
      args: ['--no-sandbox', '--disable-gpu'],
    },
  },
})
