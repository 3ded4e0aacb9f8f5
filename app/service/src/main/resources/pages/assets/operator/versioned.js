// Changing what others may be changing too: what was read comes with its version, and a change says which one it has seen.

import { send } from '../shared/api.js';

const MERGE_PATCH = { 'Content-Type': 'application/merge-patch+json' };

const versioned = async response => ({ version: response.headers.get('ETag'), body: await response.json() });

export const read = path => send('GET', path).then(versioned);

/** Changes what `patch` names; throws the problem `precondition-failed` where it is not that version any more. */
export const change = (path, patch, version) =>
  send('PATCH', path, { body: patch, headers: { ...MERGE_PATCH, 'If-Match': version } }).then(versioned);
