// Prometheus' text, as far as the figures of the service need it.

const SAMPLE = /^([a-zA-Z_:][\w:]*)(?:\{(.*)\})? (\S+)/;
const LABEL = /(\w+)="((?:[^"\\]|\\.)*)"/g;

/** Each sample of the text as `{name, labels, value}`, of those names alone that `wanted` accepts. */
export function parse(text, wanted) {
  const samples = [];
  for (const line of text.split('\n')) {
    const found = line.startsWith('#') ? null : SAMPLE.exec(line);
    if (found && wanted(found[1])) {
      const labels = Object.fromEntries([...(found[2] ?? '').matchAll(LABEL)].map(([, name, value]) => [name, value]));
      samples.push({ name: found[1], labels, value: found[3] === '+Inf' ? Infinity : Number(found[3]) });
    }
  }
  return samples;
}
