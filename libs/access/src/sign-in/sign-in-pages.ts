import { Inject, Injectable } from '@nestjs/common';
import { FormView, newForm, type Page, page, type WebReply, type WebRequest } from '#pages';
import { ACCESS_OPTIONS, type AccessOptions } from '../access-options.js';
import { forces } from '../domain/forces.js';
import { roleNames } from '../domain/permissions.js';
import { Visits } from '../guard/visits.js';
import { demonstrationUsers } from '../users/demonstration-users.js';
import { type KeptForm, KeptForms } from './kept-forms.js';

/** The pages on the way in. */
@Injectable()
export class SignInPages {
  constructor(
    private readonly visits: Visits,
    private readonly keptForms: KeptForms,
    @Inject(ACCESS_OPTIONS) private readonly options: AccessOptions,
  ) {}

  signIn(form: FormView, status = 200): Page {
    const demonstration = this.options.demo
      ? demonstrationUsers.map(({ userName, displayName, role, force }) => ({
          userName,
          words: `${displayName}, ${roleNames[role].toLowerCase()}, ${forces.find(({ cjs }) => cjs === force)?.name ?? force}`,
        }))
      : [];
    return page('access/sign-in/sign-in.page.njk', { form, demonstration }, { status });
  }

  /** Signing in again with what was typed kept; null when the request sent nothing that can be kept. */
  async signInAgain(request: WebRequest, reply: WebReply): Promise<Page | null> {
    const kept = await this.keptForms.keep(request);
    if (kept === null) return null;
    this.visits.welcome(request, reply);
    const form = newForm({ to: '/', kept });
    form.csrf = request.visit?.csrf ?? null;
    return this.signIn(form, 401);
  }

  /** To be asked again of somebody who has signed in anew since the form was made; null when no page of ours sent it. */
  askAgain(request: WebRequest): Page | null {
    const kept = this.keptForms.ofEarlierSession(request);
    return kept && this.saveKept(kept);
  }

  /** What was typed before, to be saved with the new session's token. */
  saveKept(kept: KeptForm): Page {
    const typed = kept.fields.filter(([name, value]) => !name.startsWith('_') && value.trim() !== '');
    return page('access/sign-in/kept-form.page.njk', {
      kept,
      typed: typed.map(([name, value]) => ({ key: { text: calledLikeField(name) }, value: { text: value } })),
    });
  }
}

/** `acts[0][heldOn][day]` as `Acts 1, held on, day`: the words of the form are not at hand where it was typed. */
function calledLikeField(name: string): string {
  const parts = name.split(/[[\].]+/).filter((part) => part !== '');
  const words = parts.map((part) =>
    /^\d+$/.test(part) ? String(Number(part) + 1) : part.replace(/([A-Z])/g, (big) => ` ${big.toLowerCase()}`),
  );
  const said = words.join(', ').replace(/, (\d+)(?=,|$)/g, ' $1');
  return said.slice(0, 1).toUpperCase() + said.slice(1);
}
