import { type DynamicModule, Global, Module, type Provider } from '@nestjs/common';
import { APP_INTERCEPTOR } from '@nestjs/core';
import { CqrsModule } from '@nestjs/cqrs';
import { AnswerInterceptor } from './rendering/answer.interceptor.js';
import { AskedInterceptor } from './rendering/asked.interceptor.js';
import { PAGES_OPTIONS, PageRenderer, type PagesOptions } from './rendering/page-renderer.js';
import { Submissions } from './submissions/submissions.js';

export { designSystems, ownAssets } from './rendering/templates.js';
export { type NavigationItem, PageRenderer, type PagesOptions, serviceName } from './rendering/page-renderer.js';
export { ASKS, Asks, PartAsked } from './forms/asks.js';
export { TAKES_FILE, TakesFile } from './forms/takes-file.js';
export { type KeptPage, KeptPages } from './rendering/kept-pages.js';
export { Freshness } from './rendering/freshness.js';
export { MadeBy } from './rendering/made-by.js';
export { NavigationCounts } from './rendering/navigation-counts.js';
export { keepFlash, takeFlash } from './rendering/flash.js';
export { ReadModels, Submissions } from './submissions/submissions.js';

/** Rendering and submitting for the whole application. Needs `Clock` and `Sealer`; `readModels` provides `ReadModels`. */
@Global()
@Module({})
export class PagesModule {
  static forRoot({ readModels, ...options }: PagesOptions & { readonly readModels: Provider }): DynamicModule {
    return {
      module: PagesModule,
      imports: [CqrsModule.forRoot()],
      providers: [
        { provide: PAGES_OPTIONS, useValue: options },
        { provide: APP_INTERCEPTOR, useClass: AskedInterceptor },
        { provide: APP_INTERCEPTOR, useClass: AnswerInterceptor },
        readModels,
        PageRenderer,
        Submissions,
      ],
      exports: [PageRenderer, Submissions, CqrsModule],
    };
  }
}
