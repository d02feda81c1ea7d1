import type { Paper } from './paper.js';

type Doc = PDFKit.PDFDocument;

/** Around every page, in points. */
export const margin = 56;

const held = '_font';
/** What of the font in use the types of the library do not tell. */
interface WithFont {
  readonly [held]: { readonly font: { hasGlyphForCodePoint(codePoint: number): boolean } };
}

/** Whether the font of a document has a character, by its code point. */
export function hasIn(doc: Doc): (codePoint: number) => boolean {
  const { [held]: face } = doc.font('regular') as unknown as WithFont;
  const known = new Map<number, boolean>();
  return (codePoint) => {
    const has = known.get(codePoint) ?? face.font.hasGlyphForCodePoint(codePoint);
    known.set(codePoint, has);
    return has;
  };
}

/** What stands on every page: the foot with its number, and the mark of a draft across it. */
export function finishPages(doc: Doc, { foot: words, mark }: Paper): void {
  const { start, count } = doc.bufferedPageRange();
  for (let nth = start; nth < start + count; nth += 1) {
    doc.switchToPage(nth);
    // Below the margin a line would begin a page of its own.
    doc.page.margins.bottom = 0;
    doc.markContent('Artifact', { type: 'Pagination' });
    doc.font('regular').fontSize(8).fillColor('#404040');
    const y = 841.89 - margin;
    doc.text(words, margin, y, { width: 400, height: 22, ellipsis: true });
    doc.text(`Page ${nth + 1 - start} of ${count}`, margin + 400, y, {
      width: 595.28 - 2 * margin - 400,
      align: 'right',
      lineBreak: false,
    });
    if (mark) {
      doc
        .font('bold')
        .fontSize(9)
        .fillColor('black')
        .text(mark.head, margin, 26, { width: 595.28 - 2 * margin, align: 'center' });
      // As large as the page holds it aslant.
      const points = Math.min(130, (130 * 780) / doc.fontSize(130).widthOfString(mark.across));
      const width = doc.fontSize(points).widthOfString(mark.across);
      doc
        .save()
        .rotate(-52, { origin: [297.6, 421] })
        .fillColor('#b0b0b0', 0.35);
      doc.text(mark.across, 297.6 - width / 2, 421 - points / 2, { lineBreak: false }).restore();
      doc.fillOpacity(1);
    }
    doc.endMarkedContent();
  }
}
