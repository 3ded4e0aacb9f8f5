// What settings of a line will do, told before they are applied.

/**
 * After how many seconds a line is empty if nobody joins: at the rate until the cap is reached, then as fast as people leave.
 *
 * @param leaving how many leave a second, or null while that is not known
 * @returns null where it never is, or where the cap is reached and nobody knows how fast people leave
 */
export function emptyIn({ waiting, active, maxActive, admissionsPerSecond, paused }, leaving) {
  if (waiting === 0) return 0;
  if (paused || maxActive === 0 || admissionsPerSecond === 0) return null;
  const room = Math.max(0, maxActive - active);
  if (waiting <= room) return waiting / admissionsPerSecond;
  if (!leaving) return null;
  return room / admissionsPerSecond + (waiting - room) / Math.min(admissionsPerSecond, leaving);
}

/** What the settings do to the line: the text `operator.preview.…` and its values. */
export function preview(line, leaving) {
  const { waiting, active, maxActive, admissionsPerSecond, paused } = line;
  if (paused) return { key: 'paused', values: { count: waiting } };
  if (maxActive === 0) return { key: 'no-cap', values: {} };
  if (admissionsPerSecond === 0) return { key: 'no-rate', values: {} };
  if (waiting === 0) return { key: 'nobody', values: { rate: admissionsPerSecond } };
  if (active > maxActive) return { key: 'over', values: { count: active - maxActive } };
  const seconds = emptyIn(line, leaving);
  if (waiting <= maxActive - active) return { key: 'empty', values: { seconds } };
  if (active === maxActive) return seconds === null ? { key: 'is-full', values: {} } : { key: 'is-full-until', values: { seconds } };
  const fullIn = (maxActive - active) / admissionsPerSecond;
  return seconds === null ? { key: 'full', values: { fullIn } } : { key: 'full-then-empty', values: { fullIn, seconds } };
}
