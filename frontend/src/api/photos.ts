// Photos of visits. Each look is in the log before the picture is here.
import { getBytes, getJson, postJson, postNothing } from './http'
import type { Page } from './types'

export interface Photo {
  id: number
  width: number
  height: number
  bytes: number
  addedBy: string
  addedAt: string
  removedAt: string | null
  removedBy: string | null
  why: string | null
  erased: boolean
}

export const listPhotos = async (visit: number, signal: AbortSignal) => (await getJson<Page<Photo>>(`/api/evidence/${visit}/photos`, {}, signal)).items
export const addPhoto = (visit: number, image: string) => postJson<Photo>(`/api/evidence/${visit}/photos`, { image })
export const removePhoto = (id: number, why: string) => postNothing(`/api/photos/${id}/remove`, { why })

export async function getPhoto(id: number): Promise<Blob> {
  const bytes = await getBytes(`/api/photos/${id}`)
  return new Blob(bytes ? [bytes.slice()] : [], { type: 'image/jpeg' })
}
