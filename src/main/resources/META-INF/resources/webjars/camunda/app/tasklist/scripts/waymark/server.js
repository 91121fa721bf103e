// Talks to our own endpoints: same origin, same session, Spring's token (Camunda's own would end the session).

import { say } from './words.js';

export const root = document.querySelector('base').getAttribute('app-root').replace(/\/[^/]*$/, '');
export const stepPath = (taskId, rest) => '/ui/steps/' + encodeURIComponent(taskId) + rest;

/** An answer other than 2xx, with a sentence for the user. */
export class Refusal extends Error {
  constructor(status, body = {}) {
    super(body.message || sentence(status));
    this.status = status;
    this.body = body;
  }
}

function sentence(status) {
  switch (status) {
    case 0:
      return say('offline');
    case 401:
      return say('expired');
    case 403:
      return say('denied');
    case 404:
    case 410:
      return say('gone');
    default:
      return say('failed', status);
  }
}

let token = null;

/** Headers with Spring's token; `fresh` asks the server for a new one. */
export async function headers(fresh = false) {
  if (!token || fresh) {
    token = await call('GET', '/ui/csrf');
  }
  return { [token.headerName]: token.token };
}

export async function call(method, path, body, options = {}) {
  const first = await send(method, path, body, options, false);
  // a new login gives a new token: ask once more before believing that the user may not
  return method !== 'GET' && first.status === 403 ? read(await send(method, path, body, options, true)) : read(first);
}

async function send(method, path, body, options, fresh) {
  const request = { method, credentials: 'same-origin', cache: 'no-store', headers: {}, ...options };
  request.headers.Accept = 'application/json';
  if (method !== 'GET') {
    Object.assign(request.headers, await headers(fresh));
  }
  if (body !== undefined) {
    request.headers['Content-Type'] = 'application/json';
    request.body = JSON.stringify(body);
  }
  try {
    return await fetch(root + path, request);
  } catch (error) {
    throw new Refusal(0);
  }
}

async function read(response) {
  const text = await response.text();
  const json = (response.headers.get('Content-Type') || '').includes('json');
  if (response.redirected || (response.ok && text && !json)) {
    throw new Refusal(401); // we were sent to the login page
  }
  let body = {};
  try {
    body = text ? JSON.parse(text) : {};
  } catch (error) {
    body = {};
  }
  if (!response.ok) {
    throw new Refusal(response.status, body);
  }
  return body;
}
