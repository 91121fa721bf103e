// What has just happened and what comes next, said in a place of its own: the task it is about closes meanwhile.

import { chinese, make, say } from './words.js';
import { call, stepPath } from './server.js';

const TRIES = 4;
const PAUSE = 700;
const region = make('div', { className: 'wm-news', role: 'status' });
document.body.append(region);

export function tell(text) {
  const close = make('button', { type: 'button', className: 'btn-link wm-close' }, say('close'));
  close.addEventListener('click', quiet);
  region.replaceChildren(make('p', {}, text), close);
}

export function quiet() {
  region.replaceChildren();
}

const wait = pause => new Promise(resolve => setTimeout(resolve, pause));

/** What follows is made by the engine in the background sometimes: it is asked for again for a moment. */
async function after(taskId) {
  for (let turn = 1; ; turn++) {
    const answer = await call('GET', stepPath(taskId, '/after'));
    if (answer.next.length || turn === TRIES) {
      return answer;
    }
    await wait(PAUSE);
  }
}

/** `key` is what happened: `wasSubmitted` or `wasReturned`. */
export async function follow(taskId, key) {
  try {
    const { object, name, next } = await after(taskId);
    const steps = next.map(step => step.name + (step.who ? say('aside', step.who) : '')).join(chinese ? '、' : ', ');
    const what = say(key, [object, name].filter(Boolean).join(' '));
    tell(what + (steps ? say('nextSteps', steps) : say('noNext')));
  } catch (error) {
    tell(say(key, ''));
  }
}
