import { Controller, Get, Param, Post, Req } from '@nestjs/common';
import { ApiBody, ApiExcludeEndpoint, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Viewer } from '#access';
import { CurrentViewer, May, Watched } from '#access/module';
import { refuse } from '#event-sourcing';
import type { Page, Recorded, Redirect, WebRequest } from '#pages';
import { type BreachAction, BreachActions } from '../breach-record/breach-actions.page.js';
import { allegingOf } from '../domain/alleging-keys.js';
import { AllegingForm } from '../breach-record/alleging.form.js';
import { AddAllegation } from './add-allegation.command.js';
import { AddAllegationDetails } from './add-allegation.dto.js';

@ApiTags('breaches')
@Controller()
@May('report-breach')
export class AddAllegationPage {
  constructor(
    private readonly actions: BreachActions,
    private readonly form: AllegingForm,
  ) {}

  @Get('breaches/:id/allegation')
  @ApiExcludeEndpoint()
  @Watched({ kind: 'breach', param: 'id' })
  async show(@CurrentViewer() viewer: Viewer, @Param('id') id: string): Promise<Page> {
    return this.actions.show(viewer, id, await this.action(viewer, id));
  }

  @Post('breaches/:id/allegation')
  @ApiExcludeEndpoint()
  @Watched({ kind: 'breach', param: 'id' })
  async submit(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Page | Redirect> {
    return this.actions.submit(viewer, id, await this.action(viewer, id), request);
  }

  @Post('api/v1/breaches/:id/allegation')
  @ApiOperation({ summary: 'What else was breached?' })
  @ApiBody({ type: AddAllegationDetails })
  async answer(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Recorded> {
    return this.actions.api(viewer, id, await this.action(viewer, id), request);
  }

  private async action(viewer: Viewer, id: string): Promise<BreachAction<AddAllegationDetails>> {
    const samePerson = await this.form.samePersonAs(viewer, id);
    return {
      title: 'What else was breached?',
      template: 'breaches/add-allegation/add-allegation.page.njk',
      dto: AddAllegationDetails,
      command: (breachId, { alleging, ...confirmed }, act) => {
        const said = allegingOf(alleging);
        if (!said) throw refuse<'condition-not-known'>('condition-not-known');
        return new AddAllegation(breachId, said, samePerson, act, confirmed);
      },
      done: 'The allegation is added, in the wording that was in force when it happened.',
      data: async ({ perpetratorId, occurred, kinds, protectedPeople }) => {
        const { orders } = await this.form.data(
          viewer,
          perpetratorId,
          occurred,
          kinds.map((kind) => kind.is),
        );
        const items = orders.flatMap((order) =>
          order.choices.map(({ key, text, detail }) => ({ value: key, text, hint: `${order.title}. ${detail}` })),
        );
        const named = protectedPeople.map((person) => person.id);
        return {
          items,
          protectingOthers: await this.form.protectingOthers(
            viewer,
            perpetratorId,
            items.map(({ value }) => value),
            named,
          ),
          mayDoubt: orders.some(({ choices }) => choices.some(({ wasMet }) => wasMet)),
          unclear: orders.filter(({ unclear }) => unclear.length > 0).map(({ title }) => title),
        };
      },
    };
  }
}
