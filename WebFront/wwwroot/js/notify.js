// Notifications of the browser itself, also when the page is not in sight. Off until a person wants them.

const wished = 'burnin.notify';

/** on, off, or why there can be none: insecure, denied. */
export function notifyState() {
  if (!globalThis.isSecureContext || !('Notification' in globalThis)) return 'insecure';
  if (Notification.permission === 'denied') return 'denied';
  return Notification.permission === 'granted' && localStorage.getItem(wished) !== null ? 'on' : 'off';
}

/** Asks the browser's leave where it has to; only after a click, or no browser asks. */
export async function wishNotices(isWished) {
  if (isWished && await Notification.requestPermission() === 'granted') localStorage.setItem(wished, '1');
  if (!isWished) localStorage.removeItem(wished);
}

/** One for each tag, however many tabs are open. */
export function notify({ title, text, tag, href }) {
  if (notifyState() !== 'on') return;
  const notice = new Notification(title, { body: text, tag, icon: '/img/burnin.svg' });
  notice.onclick = () => {
    focus();
    location.assign(href);
  };
}
