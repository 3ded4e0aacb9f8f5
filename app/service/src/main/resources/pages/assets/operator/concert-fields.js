// A concert as the fields of a form, and what was changed in them as a merge patch. A field's name is its path: `title`,
// `refundTerms/feePercent`, `<schedule>/salesOpenAt`, `<schedule>/price/<section>`.

import { toInstant, toLocal } from './zoned.js';

const TEXTS = ['title', 'performer', 'venue'];
const INSTANTS = ['startsAt', 'salesOpenAt', 'salesCloseAt'];

/** The values as inputs have them, by name. */
export function fieldsOf(concert) {
  const fields = { hidden: concert.hidden };
  for (const name of TEXTS) fields[name] = concert[name];
  if ('seatsPerUserMax' in concert) fields.seatsPerUserMax = String(concert.seatsPerUserMax);
  if ('refundTerms' in concert) {
    fields['refundTerms/feePercent'] = String(concert.refundTerms.feePercent);
    fields['refundTerms/closesBeforeStart'] = String(hoursOf(concert.refundTerms.closesBeforeStart));
  }
  for (const schedule of concert.schedules) {
    for (const name of INSTANTS) fields[`${schedule.id}/${name}`] = toLocal(schedule[name], concert.timeZone);
    for (const section of schedule.sections) fields[`${schedule.id}/price/${section.name}`] = String(section.price);
  }
  return fields;
}

/** What is different in `wanted`, by name. */
export function changesOf(seen, wanted) {
  return Object.fromEntries(Object.entries(wanted).filter(([name, value]) => seen[name] !== value));
}

/** The patch that makes these changes. */
export function patchOf(changes, timeZone) {
  const patch = {};
  const schedules = new Map();
  for (const [path, value] of Object.entries(changes)) {
    const [id, name, ...rest] = path.split('/');
    if (name === undefined) {
      patch[id] = id === 'seatsPerUserMax' ? Number(value) : value;
      continue;
    }
    if (id === 'refundTerms') {
      (patch.refundTerms ??= {})[name] = name === 'feePercent' ? Number(value) : `PT${Math.round(value * 3600)}S`;
      continue;
    }
    if (!schedules.has(id)) schedules.set(id, { id });
    const schedule = schedules.get(id);
    if (name === 'price') (schedule.sections ??= []).push({ name: rest.join('/'), price: Number(value) });
    else schedule[name] = toInstant(value, timeZone);
  }
  if (schedules.size > 0) patch.schedules = [...schedules.values()];
  return patch;
}

/** Hours of a duration such as `PT1H30M`. */
function hoursOf(duration) {
  const [, hours = 0, minutes = 0, seconds = 0] = /^PT(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?$/.exec(duration);
  return Number(hours) + minutes / 60 + seconds / 3600;
}

/** A schedule as `POST` takes it, from the values of `schedule-fields`. */
export function scheduleOf(data, prefix, timeZone) {
  const value = name => data.get(`${prefix}${name}`);
  const sections = [];
  for (let i = 0; data.has(`${prefix}section-${i}-name`); i++) sections.push(sectionOf(data, `${prefix}section-${i}-`));
  return Object.fromEntries([...INSTANTS.map(name => [name, toInstant(value(name), timeZone)]), ['sections', sections]]);
}

/** A section as `POST` takes it. */
export const sectionOf = (data, prefix) => ({
  name: data.get(`${prefix}name`),
  rows: Number(data.get(`${prefix}rows`)),
  seatsPerRow: Number(data.get(`${prefix}seatsPerRow`)),
  price: Number(data.get(`${prefix}price`)),
});
