// Loaded first and awaited by Tasklist, so that here, and only here, Date can be shifted before AngularJS and Moment
// read it. A failure in this file leaves an empty page: everything that may fail is caught.

const chinese = (navigator.languages?.[0] || navigator.language || '').toLowerCase().startsWith('zh');

const appRoot = document.querySelector('base').getAttribute('app-root');

/** Synchronous on purpose: Tasklist must not start before these answers are there. */
function ask(path) {
  const request = new XMLHttpRequest();
  request.open('GET', path, false);
  request.setRequestHeader('Cache-Control', 'no-cache');
  request.send();
  if (request.status !== 200) {
    throw new Error(path + ' answered ' + request.status);
  }
  return request.responseText;
}

/** Makes "now" the demo's now; dates made from a value stay what they are. */
function shiftDate(clock) {
  const Machine = Date;
  const now = () => Machine.now() + clock.offsetMillis;
  const Shifted = new Proxy(Machine, {
    construct: (target, values, newTarget) =>
      Reflect.construct(target, values.length ? values : [now()], newTarget === Shifted ? target : newTarget),
    apply: () => new Machine(now()).toString(),
    get: (target, key) => (key === 'now' ? now : target[key])
  });
  Machine.prototype.constructor = Shifted;
  window.Date = Shifted;
}

function startClock() {
  const clock = JSON.parse(ask(appRoot.replace(/\/[^/]*$/, '') + '/ui/clock'));
  window.waymarkClock = clock;
  if (clock.demo === true) {
    shiftDate(clock);
  }
}

/** Tasklist draws some labels once, at times before its words have come; from its own cache they are there at once. */
function primeWords() {
  const prefix = appRoot + '/app/tasklist/locales/';
  const language = chinese ? 'zh' : 'en';
  const stored = JSON.parse(localStorage.getItem('camunda-web') || '{}');
  stored[prefix + '_locales_data_' + language + '_' + window.bust] = ask(prefix + language + '.json');
  localStorage.setItem('camunda-web', JSON.stringify(stored));
}

// Tasklist does not start when a script of this list cannot be fetched: then rather without ours, and no form opens.
let customScripts = [];
function findScripts() {
  ask(appRoot + '/app/tasklist/scripts/waymark.js?bust=' + window.bust);
  customScripts = ['scripts/waymark'];
}

document.documentElement.lang = chinese ? 'zh-CN' : 'en';
for (const step of [startClock, primeWords, findScripts]) {
  try {
    step();
  } catch (error) {
    console.error('Waymark: ' + step.name + ' failed', error);
  }
}

export default {
  app: chinese ? { name: '待办', vendor: '路标' } : { name: 'Tasklist', vendor: 'Waymark' },
  locales: { availableLocales: ['zh', 'en'], fallbackLocale: 'en' },
  customScripts,
  disableWelcomeMessage: true,

  shortcuts: {
    claimTask: {
      key: 'ctrl+alt+c',
      description: chinese ? '领取所选环节' : 'claims the currently selected task'
    },
    focusFilter: {
      key: 'ctrl+shift+f',
      description: chinese ? '转到第一个待办分类' : 'set the focus to the first filter in the list'
    },
    focusList: {
      key: 'ctrl+alt+l',
      description: chinese ? '转到列表中的第一项待办' : 'sets the focus to the first task in the list'
    },
    focusForm: {
      key: 'ctrl+alt+f',
      description: chinese ? '转到表单的第一栏' : 'sets the focus to the first input field in a task form'
    }
  }
};
