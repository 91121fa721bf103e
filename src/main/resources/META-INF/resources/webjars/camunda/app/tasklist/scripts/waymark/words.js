// Sentences of the form in both languages; the reader's browser decides, Chinese first.

export const chinese = (navigator.languages?.[0] || navigator.language || 'zh').toLowerCase().startsWith('zh');

const WORDS = {
  project: ['项目', 'Project'],
  milestone: ['节点', 'Milestone'],
  object: ['对象', 'Object'],
  due: ['办理时限', 'Due'],
  noLimit: ['当时没有时限规定', 'No limit then in force'],
  round: ['第 {0} 次办理', 'Round {0}'],
  suspended: ['项目已中止，不计时限', 'Project suspended, nothing counts as late'],
  late: ['逾期 {0} 天', '{0} days overdue'],
  today: ['今天到期', 'Due today'],
  left: ['还有 {0} 天', '{0} days left'],
  readOnly: ['您还不是本环节的办理人，只能查看。领取后即可填写。', 'You are not the assignee: claim the task to fill in the form.'],
  loading: ['正在读取已填内容…', 'Reading what has been entered…'],
  notLoaded: ['已填内容未能读取：{0}', 'The entry could not be read: {0}'],
  retry: ['重试', 'Try again'],
  fix: ['还不能提交，请先改正以下 {0} 处：', 'Not submitted yet. Please correct {0}:'],
  missing: ['请填写“{0}”', 'Please fill in “{0}”'],
  choose: ['请选择“{0}”', 'Please choose “{0}”'],
  attach: ['请上传“{0}”', 'Please upload “{0}”'],
  future: ['“{0}”不能晚于今天（{1}）', '“{0}” cannot be later than today ({1})'],
  tooBig: ['“{0}”不能大于 {1}', '“{0}” cannot be more than {1}'],
  tooSmall: ['“{0}”不能小于 {1}', '“{0}” cannot be less than {1}'],
  format: ['“{0}”格式不对，应为：{1}', '“{0}” should be: {1}'],
  wrong: ['“{0}”填写有误', '“{0}” is not valid'],
  tooLong: ['“{0}”最多 {1} 个字', '“{0}” takes at most {1} characters'],
  saving: ['正在保存草稿…', 'Saving draft…'],
  saved: ['草稿已于 {0} 保存', 'Draft saved at {0}'],
  unsaved: ['草稿未能保存：{0}', 'The draft was not saved: {0}'],
  refused: ['未能提交：{0}', 'Not submitted: {0}'],
  offline: ['连不上服务器，请检查网络', 'the server cannot be reached'],
  expired: ['登录已过期，请重新登录', 'you have been logged out, please log in again'],
  denied: ['您没有权限', 'you are not allowed to'],
  gone: ['此环节已不存在，可能已由他人办理', 'the task is gone; somebody else may have done it'],
  failed: ['服务器出错（{0}）', 'the server failed ({0})'],
  conflict: ['您填写期间，他人也保存了这张表。请逐项选定：', 'Somebody else saved this form meanwhile. Please choose for each entry:'],
  mine: ['我填的', 'Mine'],
  theirs: ['已保存的', 'Stored'],
  entry: ['栏目', 'Entry'],
  empty: ['（空）', '(empty)'],
  settle: ['按所选保存', 'Save my choices'],
  yes: ['是', 'yes'],
  no: ['否', 'no'],
  limit: ['单个文件不超过 20 MB，选好即上传。', 'Up to 20 MB a file; uploaded as soon as chosen.'],
  pick: ['选择文件', 'Choose files'],
  tooLarge: ['“{0}”有 {1} MB，超过 20 MB，没有上传。', '“{0}” is {1} MB, over 20 MB, and was not uploaded.'],
  uploading: ['正在上传 {0}%', 'Uploading {0}%'],
  notUploaded: ['“{0}”未能上传：{1}', '“{0}” was not uploaded: {1}'],
  busy: ['文件还在上传，请稍候再提交。', 'Files are still being uploaded; please wait a moment.'],
  limitOf: ['可上传{0}，单个文件不超过 20 MB，选好即上传。', '{0}; up to 20 MB a file; uploaded as soon as chosen.'],
  pictures: ['图片', 'Pictures'],
  wrongKind: ['“{0}”不是可上传的类型，没有上传。可上传：{1}。', '“{0}” is of another type and was not uploaded. Allowed: {1}.'],
  moreFields: ['选定某些项目后，下面会有更多栏目必填，以 * 标出。', 'Depending on what you choose, more fields below become required and are marked *.'],
  remove: ['移除', 'Remove'],
  removeFile: ['移除“{0}”', 'Remove “{0}”'],
  notRemoved: ['“{0}”未能移除：{1}', '“{0}” was not removed: {1}'],
  more: ['其他办理', 'More'],
  return: ['退回', 'Return'],
  returnTo: ['退回到哪个环节', 'Return to which step'],
  reason: ['退回原因', 'Reason'],
  reasonHint: ['写明哪里需要修改或补正，对方会看到', 'Say what has to be corrected; the other side reads it'],
  lateReason: ['补报原因', 'Reason for the late entry'],
  lateHint: ['办理日期在已结账的月份，须写明为何现在才填报。', 'The day lies in a closed month: say why it is entered only now.'],
  passed: ['退回跨过以下已满的期限，不再重新等待：', 'These periods have elapsed and are not waited for again:'],
  restart: ['期限重新起算（须重新填写起算日）', 'Let them run again (from a new day)'],
  cancels: ['退回后，以下环节将撤销，已填内容保留：', 'These steps are cancelled by it; what was entered is kept:'],
  thisStep: ['本环节', 'this step'],
  doReturn: ['确认退回', 'Return now'],
  notReturned: ['未能退回：{0}', 'Not returned: {0}'],
  cancel: ['取消', 'Cancel'],
  wait: ['等待外部', 'Wait for others'],
  waitHint: ['等待期间单独统计，不算本单位拖延。', 'Counted apart while we wait for somebody outside.'],
  party: ['等待方', 'Waiting for'],
  since: ['自何日起', 'Since'],
  letter: ['去函文号', 'Letter no.'],
  doWait: ['登记等待', 'Record'],
  notWaiting: ['未能登记：{0}', 'Not recorded: {0}'],
  waiting: ['外部等待：{0}，自 {1} 起，已等待 {2} 天', 'Waiting for {0} since {1}, {2} days'],
  waitingLetter: ['，去函 {0}', ', letter {0}'],
  endWait: ['结束等待', 'End waiting'],
  changeWait: ['修改等待', 'Change waiting'],
  waits: ['外部等待（{0}）', 'Waiting for {0}'],
  waited: ['已等待 {0} 天', '{0} days so far'],
  waitNoted: ['已登记等待“{0}”，等待期间不计逾期。收到答复后，请点“结束等待”，再办理提交。', 'Waiting for “{0}” is recorded and does not count as overdue. When the answer comes, press “End waiting” and go on.'],
  waitEnded: ['已结束等待，恢复按办理时限计算。', 'Waiting has ended; the due date counts again.'],
  sentBack: ['{0} {1} 退回：', 'Returned by {0} on {1}:'],
  sentBackFrom: ['由“{0}”环节退回，请修改后重新提交。', 'It came back from the step “{0}”. Please correct it and submit again.'],
  wasSubmitted: ['{0} 已提交。', '{0} was submitted. '],
  wasReturned: ['{0} 已退回。', '{0} was returned. '],
  nextSteps: ['下一环节：{0}。', 'Next: {0}.'],
  noNext: ['目前没有下一环节。', 'No step follows now.'],
  aside: ['（{0}）', ' ({0})'],
  close: ['关闭', 'Close'],
  logOut: ['退出登录', 'Sign out'],
  picture: ['流程图，可用方向键移动', 'Process diagram; move it with the arrow keys'],
  pictureHint: ['当前环节已标出。拖动可查看其余部分。', 'The current step is marked. Drag to see the rest.'],
  noPicture: ['流程图未能显示：{0}', 'The diagram could not be drawn: {0}'],
  'zoom-in': ['＋', '＋'],
  'zoom-out': ['－', '－'],
  'zoom-here': ['当前环节', 'Current step'],
  'zoom-fit': ['全图', 'Whole'],
  'zoom-in-name': ['放大', 'Zoom in'],
  'zoom-out-name': ['缩小', 'Zoom out'],
  'zoom-here-name': ['当前环节', 'Current step'],
  'zoom-fit-name': ['全图', 'Whole diagram'],
  foldFilters: ['收起或展开分类', 'Fold or unfold the lists'],
  foldList: ['收起或展开待办列表', 'Fold or unfold the tasks'],
  foldTask: ['收起或展开办理区', 'Fold or unfold the open task'],
  maximize: ['只看办理区', 'Show the open task only'],
  restore: ['恢复各栏', 'Show all columns'],
  sortDirection: ['改变排序方向', 'Change the order'],
  addSort: ['增加排序', 'Sort by something more'],
  unclaim: ['取消领取', 'Give up the claim'],
  clear: ['清除', 'Clear'],
  saveSearch: ['保存筛选', 'Save this search'],
  list: ['返回待办列表', 'Back to the list'],
  board: ['进度总览', 'Board'],
  demoClock: ['演示时钟 {0}', 'Demo clock {0}'],
  notLoggedOut: ['未能退出登录，请重试。', 'You are still logged in; please try again.']
};

export const PARTIES = chinese
  ? ['农户', '村', '市级部门', '省级', '铁路方', '法院']
  : ['Household', 'Village', 'City department', 'Province', 'Railway', 'Court'];

/** The sentence `key` with its gaps filled. */
export function say(key, ...values) {
  const words = WORDS[key][chinese ? 0 : 1];
  const sentence = words.replace(/\{(\d)\} days/g, (many, index) => (Number(values[index]) === 1 ? '{' + index + '} day' : many));
  return sentence.replace(/\{(\d)\}/g, (gap, index) => values[index]);
}

/** An element with text or children: `make('p', {className: 'x'}, 'text', child)`. */
export function make(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name in element && name !== 'list') {
      element[name] = value;
    } else {
      element.setAttribute(name, value);
    }
  }
  element.append(...children.filter(child => child !== null && child !== undefined));
  return element;
}
