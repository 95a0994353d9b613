// Words of photos of visits.
export const photo = {
  photo: {
    title: 'Photos of the visit',
    none: 'No photos yet.',
    add: 'Add photos',
    adding: 'One moment…',
    look: 'Look at it (logged)',
    hide: 'Cover',
    of: 'Photo of the visit by {who}',
    most: 'A visit has {most} photos at most',
    unreadable: '“{name}” is no photo that can be read, or stays above 1 MB.',
    remove: 'Take out',
    why: 'Why it is taken out',
    removed: 'Taken out by {who}: {why}',
    erased: 'Erased by law, with somebody who lived there.',
  },
}
