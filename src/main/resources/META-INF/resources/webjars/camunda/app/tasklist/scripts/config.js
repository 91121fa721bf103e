// Loaded first and awaited by Tasklist, so that here, and only here, Date can be shifted before AngularJS and Moment
// read it. A failure in this file leaves an empty page: everything that may fail is caught.

const chinese = (navigator.languages?.[0] || navigator.language || '').toLowerCase().startsWith('zh');

/** The server's clock. Synchronous on purpose: no task may be drawn before we know what day it is. */
function readClock() {
  try {
    const root = document.querySelector('base').getAttribute('app-root').replace(/\/[^/]*$/, '');
    const request = new XMLHttpRequest();
    request.open('GET', root + '/ui/clock', false);
    request.send();
    if (request.status !== 200) {
      throw new Error('status ' + request.status);
    }
    return JSON.parse(request.responseText);
  } catch (error) {
    console.warn('Waymark: the server\'s clock could not be read', error);
    return { offsetMillis: 0, demo: false };
  }
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

try {
  const clock = readClock();
  window.waymarkClock = clock;
  document.documentElement.lang = chinese ? 'zh-CN' : 'en';
  if (clock.demo === true) {
    shiftDate(clock);
  }
} catch (error) {
  console.error('Waymark: the clock was not set', error);
}

export default {
  app: chinese ? { name: '待办', vendor: '路标' } : { name: 'Tasklist', vendor: 'Waymark' },
  locales: { availableLocales: ['zh', 'en'], fallbackLocale: 'en' },
  customScripts: ['scripts/waymark'],
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
    },
    startProcess: {
      key: 'ctrl+alt+p',
      description: chinese ? '启动流程' : 'opens the start process modal dialog'
    }
  }
};
