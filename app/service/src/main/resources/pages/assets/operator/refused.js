// A refusal of a form, with each field that it names.

import { html, nothing } from 'lit';
import { explain, t } from '../shared/face.js';

export const refused = problem => (problem
  ? html`
    <div class="note bad" role="alert">
      <p><b>${explain(problem)}</b></p>
      ${problem.body.errors
        ? html`<ul class="errors">${problem.body.errors.map(({ field, message }) => html`<li><code>${field}</code> <span lang="en">${message}</span></li>`)}</ul>`
        : nothing}
      ${problem.body.errors ? html`<p class="small">${t('operator.nothing-changed')}</p>` : nothing}
    </div>`
  : nothing);
