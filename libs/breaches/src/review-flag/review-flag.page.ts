import { Controller, Get, NotFoundException, Param, Post, Req } from '@nestjs/common';
import { ApiBody, ApiExcludeEndpoint, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Viewer } from '#access';
import { CurrentViewer, May, Watched } from '#access/module';
import type { Page, Recorded, Redirect, WebRequest } from '#pages';
import { type BreachAction, BreachActions } from '../breach-record/breach-actions.page.js';
import { AllegingForm } from '../breach-record/alleging.form.js';
import { choices, decisionWords } from '../breach-record/words.js';
import { allegingOf } from '../domain/alleging-keys.js';
import type { FlagReason } from '../domain/events.js';
import { ReviewFlag } from './review-flag.command.js';
import { ReviewFlagDetails } from './review-flag.dto.js';

@ApiTags('breaches')
@Controller()
@May('progress-breach')
export class ReviewFlagPage {
  constructor(
    private readonly actions: BreachActions,
    private readonly form: AllegingForm,
  ) {}

  @Get('breaches/:id/flags/:flagId')
  @ApiExcludeEndpoint()
  @Watched({ kind: 'breach', param: 'id' })
  async show(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Param('flagId') flagId: string): Promise<Page> {
    return this.actions.show(viewer, id, await this.review(viewer, id, flagId));
  }

  @Post('breaches/:id/flags/:flagId')
  @ApiExcludeEndpoint()
  @Watched({ kind: 'breach', param: 'id' })
  async submit(
    @CurrentViewer() viewer: Viewer,
    @Param('id') id: string,
    @Param('flagId') flagId: string,
    @Req() request: WebRequest,
  ): Promise<Page | Redirect> {
    return this.actions.submit(viewer, id, await this.review(viewer, id, flagId), request);
  }

  @Post('api/v1/breaches/:id/flags/:flagId')
  @ApiOperation({ summary: 'Review what changed' })
  @ApiBody({ type: ReviewFlagDetails })
  async answer(
    @CurrentViewer() viewer: Viewer,
    @Param('id') id: string,
    @Param('flagId') flagId: string,
    @Req() request: WebRequest,
  ): Promise<Recorded> {
    return this.actions.api(viewer, id, await this.review(viewer, id, flagId), request);
  }

  private async review(viewer: Viewer, id: string, flagId: string): Promise<BreachAction<ReviewFlagDetails>> {
    const samePerson = await this.form.samePersonAs(viewer, id);
    return {
      title: 'Review what changed',
      template: 'breaches/review-flag/review-flag.page.njk',
      dto: ReviewFlagDetails,
      command: (breachId, { decision, note, wording }, act) =>
        new ReviewFlag(breachId, { flagId, decision, note, instead: wording ? allegingOf(wording) : null, samePerson }, act),
      decides: true,
      done: 'Your decision is recorded. The report stays as it was.',
      data: async ({ perpetratorId, occurred, kinds, flags }) => {
        const flag = flags.find((one) => one.flagId === flagId);
        if (!flag) throw new NotFoundException();
        const isChosen = flag.is === 'wording-uncertain';
        const decisions = choices(decisionWords).filter(({ value }) => decidable(flag.is).includes(value));
        if (!isChosen) return { flag, decisions, wordings: [] };
        const codes = kinds.map((kind) => kind.is);
        const { orders } = await this.form.data(viewer, perpetratorId, occurred, codes);
        const wordings = orders
          .filter(({ orderId }) => orderId === flag.orderId)
          .flatMap((order) => order.choices.filter(({ onlyIf }) => onlyIf !== null))
          .map(({ key, text, detail }) => ({ value: key, text, hint: detail }));
        return { flag, decisions, wordings };
      },
    };
  }
}

/** What can be decided of a flag: there is another wording where one was chosen, and nothing to withdraw where nothing was alleged. */
function decidable(is: FlagReason): readonly string[] {
  if (is === 'in-force-after-all') return ['alleged', 'stands', 'refer-to-prosecutor'];
  return ['stands', 'refer-to-prosecutor', 'withdraw', ...(is === 'wording-uncertain' ? ['other-wording'] : [])];
}
