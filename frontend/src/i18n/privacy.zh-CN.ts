// Words of looking at personal fields in full.
export const privacy = {
  privacy: {
    reveal: '查看完整信息',
    title: '查看完整的个人信息',
    logged: '查看会记入日志：何人、何时、看了谁的哪些字段、事由。',
    fields: '要看的字段',
    why: '事由',
    whyHint: '为什么要看',
    frequent: '常用事由',
    reason: { visit: '走访核实', call: '联系本人', document: '核对证件', service: '办理业务', duplicate: '核对是否重复登记' },
    obstacle: { fields: '请选择要看的字段', why: '请写明事由' },
    show: '查看',
    shown: '完整信息已显示，此次查看已记入日志。',
    left: '{seconds} 秒后遮盖',
    hide: '立即遮盖',
    nameHidden: '姓名保密',
  },
}
