// Words of looking at personal fields in full.
export const privacy = {
  privacy: {
    reveal: 'Show in full',
    title: 'Show personal fields in full',
    logged: 'The look is logged: who, when, whose fields, which, and why.',
    fields: 'Fields to show',
    why: 'Reason',
    whyHint: 'What for',
    frequent: 'Frequent reasons',
    reason: { visit: 'Checked on a visit', call: 'To call the person', document: 'To check a document', service: 'At the service desk', duplicate: 'To see whether entered twice' },
    obstacle: { fields: 'Choose fields to show', why: 'Give a reason' },
    show: 'Show',
    shown: 'Shown in full; this look was logged.',
    left: 'masked in {seconds} s',
    hide: 'Mask now',
    nameHidden: 'Name not shown',
  },
}
