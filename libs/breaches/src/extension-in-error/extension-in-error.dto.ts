import { IdField, TextField } from '#pages';

export class ExtensionInErrorDetails {
  @IdField('which extension was recorded in error')
  extensionId: string;

  @TextField('what is wrong, and how it was found out', { max: 2000 })
  reason: string;
}
