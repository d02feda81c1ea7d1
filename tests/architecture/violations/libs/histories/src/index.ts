export interface History {
  readonly line: string;
}
