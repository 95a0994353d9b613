// Time left, in words that do not pretend to know better: seconds up to a minute and a half, then minutes.
const LONGEST_IN_SECONDS = 90
const MINUTE = 60

export function timeLeft(seconds: number, t: (key: string, named: Record<string, unknown>) => string): string {
  return seconds <= LONGEST_IN_SECONDS ? t('intake.seconds', { n: Math.max(1, Math.round(seconds)) }) : t('intake.minutes', { n: Math.round(seconds / MINUTE) })
}
