import { Controller, Get, Param, Post, Query, Req } from '@nestjs/common';
import { ApiBody, ApiExcludeEndpoint, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Viewer } from '#access';
import { CurrentViewer, May, Watched } from '#access/module';
import type { Page, Recorded, Redirect, WebRequest } from '#pages';
import { type BreachAction, BreachActions } from '../breach-record/breach-actions.page.js';
import { aboutWords, choices } from '../breach-record/words.js';
import { tellingChoices } from '../tell-of-order/telling.choices.js';
import { toldIn } from '../tell-of-order/told.dto.js';
import { ReachingPeople } from '../victim-contact/how-reached.query.js';
import { TellVictim } from './tell-victim.command.js';
import { TellVictimDetails } from './tell-victim.dto.js';

const fixed: BreachAction<TellVictimDetails> = {
  title: 'Record that a victim was told',
  template: 'breaches/tell-victim/tell-victim.page.njk',
  dto: TellVictimDetails,
  command: (breachId, fields, act) =>
    new TellVictim(breachId, { ...toldIn(fields), protectedPersonId: fields.protectedPersonId, of: fields.of }, act),
  done: 'Recorded. That clock has stopped.',
  starts: ({ protectedPeople }) => (protectedPeople.length === 1 ? { protectedPersonId: protectedPeople[0]?.id } : {}),
  data: ({ protectedPeople }) => ({
    people: protectedPeople.map(({ id, text }) => ({ value: id, text })),
    of: tellingChoices,
    abouts: choices(aboutWords).map(({ value, text }) => ({ value, text: text.slice(0, 1).toUpperCase() + text.slice(1) })),
  }),
};

@ApiTags('breaches')
@Controller()
@May('progress-breach')
export class TellVictimPage {
  private readonly action: BreachAction<TellVictimDetails>;

  constructor(
    private readonly actions: BreachActions,
    reaching: ReachingPeople,
  ) {
    this.action = {
      ...fixed,
      data: async (breach, viewer) => {
        const all = await Promise.all(breach.protectedPeople.map(async ({ id, text }) => ({ text, how: await reaching.of(viewer, id) })));
        return { ...(await fixed.data?.(breach, viewer)), reached: all.filter(({ how }) => how !== null) };
      },
    };
  }

  @Get('breaches/:id/tell-victim')
  @ApiExcludeEndpoint()
  @Watched({ kind: 'breach', param: 'id' })
  show(
    @CurrentViewer() viewer: Viewer,
    @Param('id') id: string,
    @Query('of') of?: unknown,
    @Query('person') person?: unknown,
  ): Promise<Page> {
    const starts = {
      ...(typeof of === 'string' && Object.hasOwn(aboutWords, of) ? { of } : {}),
      ...(typeof person === 'string' ? { protectedPersonId: person } : {}),
    };
    return this.actions.show(viewer, id, this.action, starts);
  }

  @Post('breaches/:id/tell-victim')
  @ApiExcludeEndpoint()
  @Watched({ kind: 'breach', param: 'id' })
  submit(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Page | Redirect> {
    return this.actions.submit(viewer, id, this.action, request);
  }

  @Post('api/v1/breaches/:id/tell-victim')
  @ApiOperation({ summary: 'Record that a victim was told' })
  @ApiBody({ type: TellVictimDetails })
  answer(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Recorded> {
    return this.actions.api(viewer, id, this.action, request);
  }
}
