import { Controller, Get, NotFoundException, Param } from '@nestjs/common';
import { ApiExcludeEndpoint, ApiTags } from '@nestjs/swagger';
import { force, may, type Viewer } from '#access';
import { CurrentViewer, May, Watched } from '#access/module';
import { type Personal, withheld } from '#event-sourcing';
import { Streams } from '#event-store';
import { page, type Page } from '#pages';
import { protectedPeople, spokenName, type Whereabouts, whereaboutsIn } from '#people';
import { PerpetratorRecords, ProtectedPeople } from '#people/module';
import { areasIn } from '../domain/condition-library.js';
import { versionWithId } from '../domain/conditions.js';
import { kindRule } from '../domain/kinds/index.js';
import type { MadeOrder } from '../domain/order.js';
import { OrderRecords } from '../order-record/order-records.query.js';
import { placesOfService, spokenTo } from '../order-record/spoken.js';
import * as words from '../order-record/words.js';
import { printable } from './printable.js';

/** The certificate that an order, or a variation of it, was served: to print, to sign and to file. Nothing of where anybody protected lives. */
@Controller()
@ApiTags('orders')
export class ServiceCertificatePage {
  constructor(
    private readonly orders: OrderRecords,
    private readonly perpetrators: PerpetratorRecords,
    private readonly people: ProtectedPeople,
    private readonly streams: Streams,
  ) {}

  @ApiExcludeEndpoint()
  @Get('orders/:id/services/:serviceId/certificate')
  @May('record-service')
  @Watched({ kind: 'order', param: 'id' })
  async show(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Param('serviceId') serviceId: string): Promise<Page> {
    const seen = await this.orders.seen(viewer, id);
    const order = may(viewer, 'view-protected-person') ? seen : withheld(seen);
    const service = order.services.find((one) => one.serviceId === serviceId);
    if (!service) throw new NotFoundException();
    const perpetrator = await this.perpetrators.byId(viewer, order.perpetratorId);
    const name = perpetrator?.is === 'recorded' ? perpetrator.identity.value?.name : undefined;
    const known = await this.people.knownAs(viewer, order.protectedPersonIds, [order]);
    const noted = await this.orders.notedBy(id);
    const notedBy = noted[serviceId];
    const { shown, clause, place } = spokenTo(known, { keeper: order.force, own: viewer.force, places: placesOfService(order, noted) });
    const print = printable(await this.whereabouts(viewer, order));
    const printed = (text: string | null) => text && print(text);
    const read = (text: Personal<string> | null, wrote?: string) =>
      text && { ...text, value: text.value && print(shown(text.value, wrote)) };
    return page('orders/service-certificate/service-certificate.page.njk', {
      title: 'Certificate of service',
      back: { href: `/orders/${id}`, text: 'The order' },
      respondent: name ? spokenName(name) : 'The respondent',
      orderName: kindRule(order.kind).name,
      order: { ...order, reference: read(order.reference) },
      service: {
        ...service,
        place: { ...service.place, value: printed(place(service.place, notedBy)) },
        by: read(service.by, notedBy),
        identified: read(service.identified, notedBy),
        reaction: read(service.reaction, notedBy),
      },
      document: words.documentWords(order, service.served, service),
      forceName: force(order.force)?.name ?? order.force,
      terms: service.read.flatMap((versionId) => {
        const version = versionWithId(order, versionId);
        const wording = version?.words.value?.wording;
        return version
          ? [
              {
                number: version.plain.number,
                words: wording ? print(clause(wording, 'clause', areasIn(version.plain, version.words.value))) : 'The words are not shown',
              },
            ]
          : [];
      }),
      words,
    });
  }

  /** Every way in which anybody whom the order protects, or who is protected from the same person, was ever reached. */
  private async whereabouts(viewer: Viewer, order: MadeOrder): Promise<readonly Whereabouts[]> {
    const others = await this.people.protectedFrom(viewer, order.perpetratorId);
    const ids = [...new Set([...order.protectedPersonIds, ...others.map(({ id }) => id)])];
    return (await Promise.all(ids.map(async (id) => whereaboutsIn(await this.streams.facts(protectedPeople, id))))).flat();
  }
}
