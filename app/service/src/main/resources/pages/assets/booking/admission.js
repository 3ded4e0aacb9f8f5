// Calls somebody whose turn has come: in the tab's title and icon, by a sound, and by a notification if they asked for one.

import { t } from '../shared/face.js';

const PLAIN_TITLE = document.title;
const icon = document.querySelector('link[rel=icon]');
const PLAIN_ICON = icon.href;

let sound = null;

/** A sound needs a click before: that of joining, or any later one. */
addEventListener('pointerdown', () => (sound ??= new AudioContext()), { once: true });

export const canNotify = () => 'Notification' in window && Notification.permission === 'default';

export const askToNotify = () => Notification.requestPermission();

/** How far the line is, where it can be seen from another tab. */
export function showInTitle(text) {
  document.title = text ? `${text} · ${PLAIN_TITLE}` : PLAIN_TITLE;
}

export function callIn() {
  showInTitle(t('line.your-turn'));
  icon.href = PLAIN_ICON.replace('%230a6b4c', '%23d14900');
  chime();
  if (document.hidden && 'Notification' in window && Notification.permission === 'granted') {
    const note = new Notification(t('line.your-turn'), { body: t('line.your-turn-why'), tag: 'frontrow' });
    note.onclick = () => (window.focus(), note.close());
  }
}

export function callNoMore() {
  showInTitle(null);
  icon.href = PLAIN_ICON;
}

/** Two soft notes, the second one higher. */
function chime() {
  if (sound?.state !== 'running') return;
  [523.25, 783.99].forEach((frequency, index) => {
    const tone = sound.createOscillator();
    const loudness = sound.createGain();
    const begins = sound.currentTime + index * 0.18;
    tone.frequency.value = frequency;
    loudness.gain.setValueAtTime(0.0001, begins);
    loudness.gain.exponentialRampToValueAtTime(0.2, begins + 0.03);
    loudness.gain.exponentialRampToValueAtTime(0.0001, begins + 0.6);
    tone.connect(loudness).connect(sound.destination);
    tone.start(begins);
    tone.stop(begins + 0.7);
  });
}
