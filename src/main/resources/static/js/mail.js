// A mail's frame is as high as what it shows. The mail may run no scripts; its height is read from outside.
const frame = document.querySelector('iframe.mail');
const fit = () => {
  const shown = frame.contentDocument?.documentElement;
  if (shown) {
    frame.style.height = '0';
    frame.style.height = shown.scrollHeight + 2 + 'px';
  }
};
if (frame) {
  frame.addEventListener('load', fit);
  window.addEventListener('resize', fit);
  fit();
}
