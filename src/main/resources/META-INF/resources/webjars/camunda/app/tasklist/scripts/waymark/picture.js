// The diagram's tab: the reader's language, the step in the middle and large enough to be read, the rest by dragging.

import { chinese, make, say } from './words.js';
import { call, root, stepPath } from './server.js';

let viewer = null;
function loadViewer() {
  viewer = viewer || new Promise((resolve, reject) => {
    const script = make('script', { src: root + '/webjars/bpmn-js/8.0.0/dist/bpmn-navigated-viewer.production.min.js' });
    script.onload = resolve;
    script.onerror = () => reject(new Error(say('failed', 'bpmn-js')));
    document.head.append(script);
  });
  return viewer;
}

export async function picture(node, taskId) {
  const buttons = ['in', 'out', 'here', 'fit'].map(key => {
    const button = make('button', { type: 'button', className: 'btn btn-default' }, say('zoom-' + key));
    button.dataset.zoom = key;
    button.setAttribute('aria-label', say('zoom-' + key + '-name'));
    return button;
  });
  const tools = make('p', { className: 'wm-buttons', hidden: true }, ...buttons);
  const place = make('div', { className: 'wm-picture', tabIndex: 0, role: 'group' });
  place.setAttribute('aria-label', say('picture'));
  node.replaceChildren(make('p', { className: 'wm-hint' }, say('pictureHint')), tools, place);
  try {
    const [{ step }, { draw }] = await Promise.all([
      call('GET', stepPath(taskId, '/entry')), import(root + '/js/diagram.js'), loadViewer()]);
    await draw({ place, tools, process: step.process, marks: [[step.element, 'current']], english: !chinese });
  } catch (error) {
    place.replaceChildren(make('p', { className: 'wm-error', role: 'alert' }, say('noPicture', error.message)));
  }
}
