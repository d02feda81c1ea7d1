import { Controller, Get, Param, Post, Req } from '@nestjs/common';
import { ApiBody, ApiExcludeEndpoint, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Viewer } from '#access';
import { CurrentViewer, May, Watched } from '#access/module';
import { type Page, type Redirect, type WebRequest } from '#pages';
import { formatDate } from '#calendar';
import { AppealInError } from '../appeal-in-error/appeal-in-error.command.js';
import { ApplicationInError } from '../application-in-error/application-in-error.command.js';
import { applicationEntries, whyApplicationInError } from '../application-in-error/application-entry-words.js';
import { isUndecided } from '../domain/application-in-error.js';
import { type LastDecided, lastDecidedKey, lastDecidedOf } from '../domain/refusal-appeals.js';
import { type ApplicationInForm, ApplicationForms } from '../forms-about/application-forms.js';
import { applicationWords } from '../forms-about/application-words.js';
import { byItsOwnForce, type RecordForm } from '../forms-about/record-forms.js';
import { DeterminedInError } from './determined-in-error.command.js';
import { DeterminedInErrorDto, determinedInErrorWords, WHOLE_APPLICATION } from './determined-in-error.dto.js';

const isDecision = (entry: string) => entry === 'determination' || /^(appeal|decision):/.test(entry);

/** What is said once it is recorded, by the first part of its key. */
const done: Readonly<Record<string, string>> = {
  determination: 'The application waits to be determined again',
  appeal: 'The refusal is as if nobody had appealed',
  decision: 'The appeal waits to be decided again',
  application: 'The application counts nowhere any more. It can still be read on the history',
  support: 'It counts no more that they withdrew their support',
  'hearing-outcome': 'The hearing waits for its outcome again',
  'direction-done': 'What the court directed is to be done again',
};

const form: RecordForm<ApplicationInForm, DeterminedInErrorDto> = {
  template: 'orders/determined-in-error/determined-in-error.page.njk',
  title: 'Say what was recorded in error',
  dto: DeterminedInErrorDto,
  words: determinedInErrorWords,
  command: ({ applicationId }, details, act) => {
    const { entry = 'determination', reason } = details;
    if (entry === 'determination') return new DeterminedInError(applicationId, { reason }, act);
    return isDecision(entry)
      ? new AppealInError(applicationId, { key: entry, reason }, act)
      : new ApplicationInError(applicationId, details.asDetails(), act);
  },
  allowed: byItsOwnForce,
  filled: (application) => {
    const last = lastDecidedOf(application);
    return last ? { entry: lastDecidedKey(last) } : {};
  },
  closed: ({ is }) => (is === 'in-error' ? applicationWords['application-in-error'] : null),
  done: (_, details) => done[details?.entry?.split(':')[0] ?? 'determination'] ?? '',
  data: (application) => {
    const last = lastDecidedOf(application);
    return {
      last: last && {
        ...last,
        key: lastDecidedKey(last),
        text: `${lastDecidedText[last.is]} of ${formatDate(last.on)}`,
        after: after[last.is],
      },
      wholeApplication: isUndecided(application) ? WHOLE_APPLICATION : null,
      reasons: Object.entries(whyApplicationInError).map(([value, text]) => ({ value, text })),
      entriesFor: (people: readonly { readonly value: string; readonly text: string }[]) =>
        applicationEntries(application, (id) => people.find(({ value }) => value === id)?.text ?? 'a protected person'),
    };
  },
};

const lastDecidedText: Readonly<Record<LastDecided['is'], string>> = {
  determination: 'The determination',
  appeal: 'The appeal against the refusal',
  decision: 'The decision of the appeal',
};

/** What stands when it is taken back. */
const after: Readonly<Record<LastDecided['is'], string>> = {
  determination: 'The application waits again, and an interim order that ceased with it is in force as its own dates say.',
  appeal: 'The refusal is then as if nobody had appealed.',
  decision: 'The appeal waits again, and a refusal that was set aside stands.',
};

@Controller()
@ApiTags('applications')
@May('determine-application')
export class DeterminedInErrorPage {
  constructor(private readonly forms: ApplicationForms) {}

  @ApiExcludeEndpoint()
  @Get('applications/:id/error')
  @Watched({ kind: 'application', param: 'id' })
  ask(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Page> {
    return this.forms.ask(form, { viewer, id, request });
  }

  @ApiExcludeEndpoint()
  @Post('applications/:id/error')
  @Watched({ kind: 'application', param: 'id' })
  submit(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Page | Redirect> {
    return this.forms.submit(form, { viewer, id, request });
  }

  @ApiOperation({
    summary:
      'Say that the determination of an application, an appeal against it or its decision, another entry of its record, or the application itself was recorded in error',
  })
  @ApiBody({ type: DeterminedInErrorDto })
  @Post('api/v1/applications/:id/errors')
  answer(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest) {
    return this.forms.answer(form, { viewer, id, request });
  }
}
