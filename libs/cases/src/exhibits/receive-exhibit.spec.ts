import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { fold, Refusal } from '#event-sourcing';
import type { ExhibitFact } from './events.js';
import { exhibits } from './exhibits.js';
import { endingOf, safeFileName } from './file-name.js';
import { fileTypeOf } from './file-types.js';
import { receiveExhibit, takenFile, type ReceiveDetails } from './receive-exhibit.js';
import { specimenFiles } from './specimen-files.fixture.js';
import { withdrawExhibit } from './withdraw-exhibit.js';

const sha = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const take = (name: string, bytes: Uint8Array) => takenFile(name, bytes, sha(bytes));
const refusal = (work: () => unknown): string => {
  try {
    work();
    return 'none';
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return error.reason;
  }
};
const state = (...facts: ExhibitFact[]) => fold(exhibits, facts);
const details = (id: string, bytes: Uint8Array = specimenFiles.pdf): ReceiveDetails => ({
  exhibitId: id,
  place: { kind: 'application', id: 'a1' },
  perpetratorId: 'p1',
  force: '46',
  about: ['p1', 'v1'],
  description: ' Screenshots ',
  file: take('letter.pdf', bytes),
  contentId: `content-${id}`,
});

describe('What a file is', () => {
  it.each([
    ['pdf', 'application/pdf'],
    ['jpeg', 'image/jpeg'],
    ['png', 'image/png'],
    ['docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
    ['mp4', 'video/mp4'],
    ['text', 'text/plain'],
  ] as const)('a %s is told by its bytes', (kind, mediaType) => {
    expect(fileTypeOf(specimenFiles[kind])?.mediaType).toBe(mediaType);
  });

  it.each<[string, Uint8Array]>([
    ['nothing', Buffer.alloc(0).subarray(0, 0)],
    ['a program', Buffer.from([0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0])],
    ['a page', Buffer.from('<!DOCTYPE html><script>alert(1)</script>')],
    ['a drawing with script', Buffer.from('\n <svg xmlns="x" onload="alert(1)"/>')],
    ['a script', Buffer.from('#!/bin/sh\nrm -rf /\n')],
    ['a PDF behind something else', Buffer.concat([Buffer.from('GIF89a'), specimenFiles.pdf])],
    ['a PDF that is cut off', specimenFiles.pdf.subarray(0, 20)],
    ['a picture that is cut off', specimenFiles.png.subarray(0, 20)],
    ['any ZIP', zipSync({ 'a.txt': strToU8('x') })],
    ['a ZIP that is cut off', specimenFiles.docx.subarray(0, 60)],
    [
      'a document with macros',
      zipSync({ '[Content_Types].xml': strToU8('x'), 'word/document.xml': strToU8('x'), 'word/vbaProject.bin': strToU8('x') }),
    ],
    ['text that is not UTF-8', Buffer.from([0x68, 0x69, 0xe9, 0x20])],
    ['bytes', Buffer.from([0x68, 0x00, 0x69])],
  ])('%s is nothing that is taken', (_, bytes) => {
    // An empty text reads as text; that it is empty is told before.
    expect(bytes.length === 0 ? null : (fileTypeOf(bytes)?.mediaType ?? null)).toBeNull();
  });

  it('is never answered by throwing', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(fileTypeOf(bytes)).not.toBeUndefined();
      }),
    );
  });
});

describe('What a file is called', () => {
  it.each([
    ['letter.pdf', 'letter.pdf'],
    ['C:\\Users\\x\\letter.pdf', 'letter.pdf'],
    ['../../etc/passwd.pdf', 'passwd.pdf'],
    ['letter.exe.pdf', 'letter-exe.pdf'],
    ['photo\u202Egpj.pdf', 'photogpj.pdf'],
    ['a\r\nSet-Cookie: x.pdf', 'aSet-Cookie- x.pdf'],
    ['CON.pdf', 'CON-file.pdf'],
    ['.pdf', 'file.pdf'],
    ['Łódź 3 June (1).PDF', 'Łódź 3 June (1).pdf'],
    ['x'.repeat(300) + '.pdf', `${'x'.repeat(100)}.pdf`],
  ])('%j becomes %j', (given, kept) => expect(safeFileName(given, 'pdf')).toBe(kept));

  it('is safe whatever was sent', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 150 }), (given) => {
        const name = safeFileName(given, 'pdf');
        expect(name).toMatch(/^[\p{L}\p{M}\p{N}(_][\p{L}\p{M}\p{N} ()_-]*\.pdf$|^[\p{L}\p{M}\p{N})_][^./\\]*\.pdf$/u);
        expect(name.split('.')).toHaveLength(2);
      }),
    );
  });

  it.each([
    ['photo.pdf.exe', 'name-does-not-fit'],
    ['photo', 'name-does-not-fit'],
    ['photo.pdf\u202E', 'none'],
    ['photo.jpg', 'name-does-not-fit'],
    ['photo.PDF', 'none'],
  ])('%j for a PDF is answered with %s', (name, reason) => expect(refusal(() => take(name, specimenFiles.pdf))).toBe(reason));

  it('ends where it is seen to end', () => expect(endingOf('a.pdf\u200B')).toBe('pdf'));
});

describe('Receiving', () => {
  it('keeps name, words and digest sealed about everybody, and plainly only what tells nothing', () => {
    const [fact] = receiveExhibit(state(), details('e1'));
    expect(fact).toMatchObject({
      type: 'ExhibitReceived',
      data: { number: 1, mediaType: 'application/pdf', size: specimenFiles.pdf.length },
    });
    expect(fact?.personal).toEqual({
      content: { about: ['p1', 'v1'], value: { fileName: 'letter.pdf', description: 'Screenshots', sha256: sha(specimenFiles.pdf) } },
    });
    expect(JSON.stringify(fact?.data)).not.toMatch(/letter|Screenshots|[0-9a-f]{64}/);
  });

  it('notices the same bytes under another name, until they are withdrawn, and never gives a number twice', () => {
    const first = receiveExhibit(state(), details('e1'));
    expect(refusal(() => receiveExhibit(state(...first), details('e2')))).toBe('attached-already');
    const gone = withdrawExhibit(state(...first), { exhibitId: 'e1', force: '46', on: '2026-07-03', reason: 'Wrong file' });
    expect(receiveExhibit(state(...first, ...gone), details('e2'))).toMatchObject([{ data: { number: 2 } }]);
  });

  it('refuses what is of no type that is taken', () => {
    expect(refusal(() => take('run.exe', Buffer.from([0x4d, 0x5a, 0x90, 0])))).toBe('type-not-taken');
  });
});

describe('Withdrawing', () => {
  const first = receiveExhibit(state(), details('e1'));
  const how = { exhibitId: 'e1', force: '46', on: '2026-07-03', reason: ' Wrong file ' };

  it('keeps the exhibit with the reason', () => {
    const [exhibit] = state(...first, ...withdrawExhibit(state(...first), how)).exhibits;
    expect(exhibit).toMatchObject({ withdrawn: { on: '2026-07-03', reason: { about: ['p1', 'v1'], value: 'Wrong file' } } });
    expect(exhibit?.content.value?.fileName).toBe('letter.pdf');
  });

  it('is for the force that received it, once', () => {
    expect(refusal(() => withdrawExhibit(state(...first), { ...how, force: '42' }))).toBe('not-your-force');
    expect(refusal(() => withdrawExhibit(state(...first), { ...how, exhibitId: 'e9' }))).toBe('no-such-exhibit');
    const gone = withdrawExhibit(state(...first), how);
    expect(refusal(() => withdrawExhibit(state(...first, ...gone), how))).toBe('withdrawn-already');
  });
});
