// Words of photos of visits.
export const photo = {
  photo: {
    title: '走访照片',
    none: '还没有照片。',
    add: '加照片',
    adding: '请稍候…',
    look: '看照片（记入日志）',
    hide: '收起',
    of: '{who} 拍的走访照片',
    most: '一次走访最多 {most} 张照片',
    unreadable: '“{name}” 不是能读的照片，或缩小后仍超过 1 MB。',
    remove: '撤下',
    why: '撤下的理由',
    removed: '{who} 已撤下：{why}',
    erased: '照片已随居住人的个人信息依法删除。',
  },
}
