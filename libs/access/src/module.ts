import { type DynamicModule, Global, Inject, Injectable, Module, type OnApplicationBootstrap } from '@nestjs/common';
import { APP_GUARD, APP_INTERCEPTOR } from '@nestjs/core';
import type { Capability } from '#event-store';
import { KeptPages } from '#pages/module';
import { Access1700000000300 } from './1700000000300-access.migration.js';
import { AccessLog } from './access-log/access-log.js';
import { AccessLogPage } from './access-log/access-log.page.js';
import { ACCESS_OPTIONS, type AccessOptions } from './access-options.js';
import { AccessGuard } from './guard/access.guard.js';
import { Visits } from './guard/visits.js';
import { WatchedInterceptor } from './guard/watched.interceptor.js';
import { SignInAttempts } from './sign-in/sign-in-attempts.js';
import { KeptForms } from './sign-in/kept-forms.js';
import { PagesKept } from './sign-in/pages-kept.js';
import { KnownDevices } from './sign-in/known-devices.js';
import { SignInPages } from './sign-in/sign-in-pages.js';
import { SignIn } from './sign-in/sign-in.js';
import { SignInPage } from './sign-in/sign-in.page.js';
import { Sessions } from './sign-in/sessions.js';
import { TokensApi } from './tokens/tokens.api.js';
import { Users } from './users/users.js';
import { OwnPasswordPage } from './users/own-password.page.js';
import { UsersPage } from './users/users.page.js';

export { AccessLog, type Look } from './access-log/access-log.js';
export type { AccessOptions } from './access-options.js';
export { FormExpired, PasswordDue, provesForm } from './guard/access.guard.js';
export { KeptByForce } from './guard/kept-by-force.js';
export { WhomRecordsAreAbout } from './access-log/whom-records-are-about.js';
export {
  CurrentViewer,
  MAY,
  May,
  PUBLIC,
  Public,
  Shown,
  ShownRecords,
  type Watch,
  WATCHED,
  Watched,
  viewerOf,
} from './guard/decorators.js';
export { Visits } from './guard/visits.js';
export { SignInPages } from './sign-in/sign-in-pages.js';
export { demonstrationUsers } from './users/demonstration-users.js';
export { atConsole, type Change, type NewUser, type User, Users } from './users/users.js';

/** Its Nest module takes options, so the application imports it apart from the others. */
export const capability: Capability = {
  name: 'access',
  migrations: [Access1700000000300],
  navigation: [
    { text: 'Users', href: '/users', permission: 'manage-users' },
    { text: 'Access log', href: '/access-log', permission: 'view-access-log' },
  ],
  startPages: { administrator: '/users' },
};

@Injectable()
class DemonstrationAccounts implements OnApplicationBootstrap {
  constructor(
    @Inject(ACCESS_OPTIONS) private readonly options: AccessOptions,
    private readonly users: Users,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    if (this.options.demo) await this.users.createDemonstration();
  }
}

/** Who may, who did. Guards every route of the application; needs the database, `Clock` and `Sealer`. */
@Global()
@Module({})
export class AccessModule {
  static forRoot(options: AccessOptions): DynamicModule {
    return {
      module: AccessModule,
      controllers: [SignInPage, OwnPasswordPage, UsersPage, AccessLogPage, TokensApi],
      providers: [
        { provide: ACCESS_OPTIONS, useValue: options },
        { provide: APP_GUARD, useClass: AccessGuard },
        { provide: APP_INTERCEPTOR, useClass: WatchedInterceptor },
        { provide: KeptPages, useClass: PagesKept },
        ...[AccessLog, Visits, Sessions, SignIn, SignInPages, KeptForms, KnownDevices, SignInAttempts, Users, DemonstrationAccounts],
      ],
      exports: [AccessLog, KeptPages, Visits, SignInPages, Users],
    };
  }
}
