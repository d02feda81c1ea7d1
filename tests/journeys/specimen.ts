import { Controller, Get, HttpCode, Param, Post, Req } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { May, Watched } from '#access/module';
import { type Act, type Fact, refuse, type StreamType } from '#event-sourcing';
import { type Receipt, Streams } from '#event-store';
import { type FormView, idFrom, newForm, page, type Page, type Redirect, Submissions, TextField, type WebRequest } from '#pages';

export interface NoteTaken extends Fact<'NoteTaken', { readonly words: string }> {
  readonly type: 'NoteTaken';
}

export const notes: StreamType<number, NoteTaken> = { category: 'specimennote', initial: 0, evolve: (count) => count + 1 };

export class NoteDetails {
  @TextField('the words', { max: 50 })
  words: string;
}

export class TakeNote extends Command<Receipt<NoteTaken>> {
  constructor(
    readonly id: string,
    readonly details: NoteDetails,
    readonly act: Act,
  ) {
    super();
  }
}

@CommandHandler(TakeNote)
export class TakeNoteHandler implements ICommandHandler<TakeNote> {
  constructor(private readonly streams: Streams) {}

  execute({ id, details, act }: TakeNote): Promise<Receipt<NoteTaken>> {
    return this.streams.transact(notes, id, act, () => {
      if (details.words === 'forbidden') throw refuse('forbidden-words');
      if (details.words === 'broken') throw new Error('A bug that names Exampleson');
      return [{ type: 'NoteTaken', data: { words: details.words } }];
    });
  }
}

const words = { 'forbidden-words': { field: 'words', text: (details: NoteDetails) => `"${details.words}" may not be said` } };

@Controller()
export class NotesPage {
  /** How often a note was shown. */
  static shown = 0;

  constructor(private readonly submissions: Submissions) {}

  @Get('notes/new')
  @May('make-order')
  show(): Page {
    return this.page(newForm());
  }

  @Post('notes/new')
  @May('make-order')
  take(@Req() request: WebRequest): Promise<Page | Redirect> {
    return this.submissions.form({
      request,
      dto: NoteDetails,
      show: (form) => this.page(form),
      command: (details, act) => new TakeNote(idFrom(act.commandId, 'note'), details, act),
      words,
      to: (_receipt, act) => `/notes/${idFrom(act.commandId, 'note')}`,
      done: 'The note is taken',
    });
  }

  @Post('api/v1/notes')
  @HttpCode(201)
  @May('make-order')
  takeByApi(@Req() request: WebRequest): Promise<object> {
    return this.submissions.api({
      request,
      dto: NoteDetails,
      command: (details, act) => new TakeNote(idFrom(act.commandId, 'note'), details, act),
      words,
      id: (act) => idFrom(act.commandId, 'note'),
    });
  }

  @Get('notes/:id')
  @May('view-order')
  @Watched({ kind: 'note', param: 'id' })
  one(@Param('id') id: string): object {
    NotesPage.shown += 1;
    return { id };
  }

  @Get('search-notes')
  @May('view-order')
  @Watched({ kind: 'note', search: ['q'] })
  search(): object {
    NotesPage.shown += 1;
    return {};
  }

  /** Names no permission. */
  @Get('forgotten')
  forgotten(): object {
    return { secret: true };
  }

  private page(form: FormView): Page {
    return page('pages/rendering/specimen.spec.njk', { form });
  }
}
