import { Problem } from '@/api/http'

/** The thing is not there on the day asked about; on other days it may be. */
export function isAbsent(failure: unknown): boolean {
  return failure instanceof Problem && failure.code === 'thing.unknown'
}
