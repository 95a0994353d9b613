// Orders a file and waits for it.
import { getExport, orderExport } from '@/api/register'
import type { ExportJob, ExportOrder } from '@/api/types'

const FIRST_PAUSE_MILLIS = 250
const LONGEST_PAUSE_MILLIS = 2000

/** Tells each state as it comes; ends when the file is ready or has failed. `isWanted` false stops the asking. */
export async function runExport(order: ExportOrder, tell: (job: ExportJob) => void, isWanted: () => boolean): Promise<ExportJob | null> {
  let job = await orderExport(order)
  tell(job)
  // The answer to an order may carry the id alone.
  for (let pause = FIRST_PAUSE_MILLIS; job.status !== 'READY' && job.status !== 'FAILED'; pause = Math.min(pause * 1.5, LONGEST_PAUSE_MILLIS)) {
    await new Promise((resume) => setTimeout(resume, pause))
    if (!isWanted()) return null
    job = await getExport(job.id)
    tell(job)
  }
  return job
}
