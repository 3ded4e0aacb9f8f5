// Days and times as a form has them, in a concert's zone and not in the operator's.

/** The instant as the value of an input `datetime-local`. */
export function toLocal(instant, timeZone) {
  const parts = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'short', timeZone });
  return parts.format(new Date(instant)).replace(' ', 'T');
}

/** The instant of such a value; of two in the hour that a clock goes back, one of them. */
export function toInstant(local, timeZone) {
  const wanted = Date.parse(`${local}Z`);
  let instant = wanted;
  for (let step = 0; step < 2; step++) {
    instant += wanted - Date.parse(`${toLocal(instant, timeZone)}Z`);
  }
  return new Date(instant).toISOString().replace('.000Z', 'Z');
}

export const zones = () => Intl.supportedValuesOf('timeZone');
