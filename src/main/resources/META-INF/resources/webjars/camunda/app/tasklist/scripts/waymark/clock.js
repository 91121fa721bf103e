// The server's day. config.js has read the clock before Tasklist started; here it is asked again from time to time,
// because the demo's clock may be moved on while the page stays open.

import { call } from './server.js';

const ZONE = 'Asia/Shanghai';
const format = options => new Intl.DateTimeFormat('en-CA', { timeZone: ZONE, hourCycle: 'h23', ...options });
const DAY = format({ year: 'numeric', month: '2-digit', day: '2-digit' });
const TIME = format({ hour: '2-digit', minute: '2-digit' });

const clock = window.waymarkClock || { offsetMillis: 0, demo: false };
// the user's machine may be wrong also outside the demo: what the server says counts for "today"
let ahead = clock.now ? Date.parse(clock.now) - Date.now() : 0;

export const isDemo = () => clock.demo === true;
const now = () => new Date(Date.now() + ahead);
/** Today in the township, as yyyy-mm-dd. */
export const today = () => DAY.format(now());
export const time = () => TIME.format(now());

/** The township's day of a moment as the engine writes it ("2021-06-18T23:59:59.000+0800"). */
export const dayOf = moment => DAY.format(new Date(String(moment).replace(/([+-]\d\d)(\d\d)$/, '$1:$2')));

/** Whole days from today until `day`; negative when it has passed. */
export const daysUntil = day => Math.round((Date.parse(day) - Date.parse(today())) / 86400000);

/** Reads the clock again and tells `then` what it shows. */
export async function refresh(then) {
  try {
    const reading = await call('GET', '/ui/clock');
    if (isDemo()) {
      clock.offsetMillis = reading.offsetMillis;
    }
    ahead = Date.parse(reading.now) - Date.now();
  } catch (error) {
    console.warn('Waymark: the clock was not read again', error);
  }
  then();
}
