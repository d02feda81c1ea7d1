import { AbandonApplicationHandler } from './abandon-application/abandon-application.command.js';
import { AbandonApplicationPage } from './abandon-application/abandon-application.page.js';
import { AddToApplicationHandler } from './add-to-application/add-to-application.command.js';
import { AddToApplicationPage } from './add-to-application/add-to-application.page.js';
import { AuthorisationForms } from './authorise-application/authorisation-forms.js';
import { DecideAuthorisationHandler, RequestAuthorisationHandler } from './authorise-application/authorise-application.command.js';
import { AuthoriseApplicationPage } from './authorise-application/authorise-application.page.js';
import { BeginApplicationHandler } from './begin-application/begin-application.command.js';
import { BeginApplicationPage } from './begin-application/begin-application.page.js';
import { ApplicationDrafts } from './drafted-application/application-drafts.query.js';
import { DraftContexts } from './drafted-application/draft-contexts.js';
import { DraftForms } from './drafted-application/draft-forms.js';
import { DraftPage } from './drafted-application/draft.page.js';
import { CheckApplicationPage } from './file-drafted-application/check-application.page.js';
import { FileDraftedApplicationHandler } from './file-drafted-application/file-drafted-application.command.js';
import { WeighConflictsHandler } from './weigh-conflicts/weigh-conflicts.command.js';
import { WeighConflictsPage } from './weigh-conflicts/weigh-conflicts.page.js';
import { SectionChanges } from './write-application/section-changes.query.js';
import { SectionForms } from './write-application/section-forms.js';
import { sectionPages } from './write-application/sections.js';
import { WriteSectionHandler } from './write-application/write-section.command.js';

// What the module of orders plugs in for applications while they are prepared.

/** Addresses with fixed words (`acts/add`) come before those with an id in the same place. */
export const preparationPages = [
  AddToApplicationPage,
  BeginApplicationPage,
  ...sectionPages,
  WeighConflictsPage,
  AuthoriseApplicationPage,
  CheckApplicationPage,
  AbandonApplicationPage,
  DraftPage,
];

export const preparationHandlers = [
  AbandonApplicationHandler,
  AddToApplicationHandler,
  BeginApplicationHandler,
  DecideAuthorisationHandler,
  FileDraftedApplicationHandler,
  RequestAuthorisationHandler,
  WeighConflictsHandler,
  WriteSectionHandler,
];

export const preparationServices = [ApplicationDrafts, AuthorisationForms, DraftContexts, DraftForms, SectionChanges, SectionForms];

export { AbandonApplication } from './abandon-application/abandon-application.command.js';
export { AddToApplication } from './add-to-application/add-to-application.command.js';
export { ApplicationDrafts, type DraftLine } from './drafted-application/application-drafts.query.js';
export { BeginApplication } from './begin-application/begin-application.command.js';
export { type DraftContext, DraftContexts } from './drafted-application/draft-contexts.js';
export { BegunFrom } from './drafted-application/begun-from.query.js';
export { type DraftFinding, DraftFindings } from './drafted-application/draft-findings.js';
export { DecideAuthorisation, RequestAuthorisation } from './authorise-application/authorise-application.command.js';
export { FileDraftedApplication } from './file-drafted-application/file-drafted-application.command.js';
export { WeighConflicts } from './weigh-conflicts/weigh-conflicts.command.js';
export { WriteSection } from './write-application/write-section.command.js';
