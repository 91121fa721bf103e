// Draws the process diagram of the page and marks what is current and what is done, by colour and by sign.
(async () => {
  const place = document.querySelector('.diagram');
  try {
    const answer = await fetch('/ui/diagrams/' + encodeURIComponent(place.dataset.process), { credentials: 'same-origin' });
    const viewer = new BpmnJS({ container: place });
    await viewer.importXML(await answer.text());
    const canvas = viewer.get('canvas');
    const overlays = viewer.get('overlays');
    const registry = viewer.get('elementRegistry');
    const english = document.documentElement.lang.startsWith('en');
    if (english) {
      translate(viewer, registry);
    }
    canvas.zoom('fit-viewport', 'auto');
    for (const [id, state] of Object.entries(window.waymarkMarks)) {
      if (registry.get(id)) {
        canvas.addMarker(id, state);
        overlays.add(id, { position: { top: -9, right: 9 }, html: '<span class="sign ' + state + '">' + (state === 'done' ? '✓' : '▶') + '</span>' });
      }
    }
    const current = Object.keys(window.waymarkMarks).find(id => window.waymarkMarks[id] === 'current' && registry.get(id));
    if (current && place.clientWidth < 900) {
      const shape = registry.get(current);
      canvas.zoom(0.7, { x: shape.x + shape.width / 2, y: shape.y + shape.height / 2 });
      canvas.viewbox({ x: shape.x + shape.width / 2 - place.clientWidth / 1.4, y: shape.y - 150, width: place.clientWidth / 0.7, height: place.clientHeight / 0.7 });
    }
  } catch (error) {
    place.textContent = document.documentElement.lang.startsWith('en') ? 'The diagram could not be drawn.' : '流程图未能显示，请刷新页面。';
  }

  // The file keeps its Chinese names; the English ones stand beside them as a property named "en".
  function translate(viewer, registry) {
    const graphics = viewer.get('graphicsFactory');
    registry.forEach(element => {
      const values = (element.businessObject.extensionElements || {}).values || [];
      for (const list of values) {
        for (const property of list.$children || list.values || []) {
          if (property.name === 'en' && element.businessObject.name) {
            element.businessObject.name = property.value;
            const shape = registry.get(element.id + '_label') || element;
            graphics.update(shape.waypoints ? 'connection' : 'shape', shape, registry.getGraphics(shape));
          }
        }
      }
    });
  }
})();
