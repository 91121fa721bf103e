// Draws a process diagram and marks what is current and what is done, by colour and by sign: on our pages, where the
// marks stand in the text below the picture, and in Tasklist's diagram tab.

/** `marks` are pairs of an element's id and 'current' or 'done'; `tools` holds the buttons. */
export async function draw({ place, process, marks, tools, english }) {
  const answer = await fetch('/ui/diagrams/' + encodeURIComponent(process), { credentials: 'same-origin' });
  if (!answer.ok) {
    throw new Error(answer.status);
  }
  const viewer = new window.BpmnJS({ container: place });
  const text = await answer.text();
  await viewer.importXML(english ? inEnglish(text) : text);
  const canvas = viewer.get('canvas');
  const elements = viewer.get('elementRegistry');
  viewer.get('zoomScroll').toggle(false); // a page that is scrolled must not stop at the picture
  for (const [id, mark] of marks) {
    if (elements.get(id)) {
      canvas.addMarker(id, mark);
      const html = '<span class="sign ' + mark + '" aria-hidden="true">' + (mark === 'done' ? '✓' : '▶') + '</span>';
      viewer.get('overlays').add(id, { position: { top: -13, right: 13 }, html, show: { minZoom: 0.1 } });
    }
  }
  const here = marks.filter(([id, mark]) => mark === 'current' && elements.get(id)).map(([id]) => elements.get(id));
  const moves = { ArrowLeft: [80, 0], ArrowRight: [-80, 0], ArrowUp: [0, 80], ArrowDown: [0, -80] };
  const shown = {
    in: () => canvas.zoom(canvas.zoom() * 1.3),
    out: () => canvas.zoom(canvas.zoom() / 1.3),
    fit: () => canvas.zoom('fit-viewport', 'auto'),
    here: () => around(place, canvas, here[here.length - 1])
  };
  tools.hidden = false;
  tools.addEventListener('click', event => (shown[event.target.dataset.zoom] || (() => {}))());
  place.addEventListener('keydown', event => {
    const [dx, dy] = moves[event.key] || [];
    if (event.target === place && dx !== undefined) {
      canvas.scroll({ dx, dy });
      event.preventDefault();
    }
  });
  shown.fit();
  if (canvas.zoom() < 0.75 && here.length > 0) {
    shown.here();
  }
  return viewer;
}

// The element in the middle, large enough to be read.
function around(place, canvas, shape) {
  const scale = 0.9;
  const width = place.clientWidth / scale;
  const height = place.clientHeight / scale;
  canvas.viewbox({ x: shape.x + shape.width / 2 - width / 2, y: shape.y + shape.height / 2 - height / 2, width, height });
}

// The file keeps its Chinese names; the English ones stand beside them as a property named "en".
function inEnglish(text) {
  const file = new DOMParser().parseFromString(text, 'text/xml');
  for (const property of file.getElementsByTagNameNS('http://camunda.org/schema/1.0/bpmn', 'property')) {
    const owner = property.parentNode.parentNode.parentNode;
    if (property.getAttribute('name') === 'en' && owner.hasAttribute('name')) {
      owner.setAttribute('name', property.getAttribute('value'));
    }
  }
  return new XMLSerializer().serializeToString(file);
}

// on a page of ours: without this script the text below the picture is all there is
const place = document.querySelector('.picture > .diagram');
if (place) {
  const marks = [...document.querySelectorAll('[data-element]')].map(named => [named.dataset.element, named.dataset.mark]);
  const english = document.documentElement.lang.startsWith('en');
  draw({ place, process: place.dataset.process, marks, tools: document.querySelector('.tools'), english }).catch(() => {
    place.textContent = place.dataset.failed;
    place.style.height = 'auto';
  });
}
