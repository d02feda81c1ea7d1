import { Controller, Get, NotFoundException, Param } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { maySeeWhereabouts, type Viewer } from '#access';
import { CurrentViewer, May, Watched } from '#access/module';
import type { ErasedPerpetrator, PerpetratorRecord } from '../domain/perpetrator.js';
import { standingPhotographs } from '../domain/photographs.js';
import { PerpetratorRecords } from './perpetrator-record.query.js';
import { photographView } from './photograph.view.js';

/** A force's record of a perpetrator for machines. People read it on the history's page. */
@ApiTags('people')
@Controller('api/v1/perpetrators')
@May('view-person')
export class PerpetratorRecordApi {
  constructor(private readonly records: PerpetratorRecords) {}

  @Get(':id')
  @Watched({ kind: 'perpetrator', param: 'id' })
  @ApiOperation({ summary: 'One force’s record of a perpetrator' })
  async answer(@CurrentViewer() viewer: Viewer, @Param('id') id: string) {
    const record = await this.records.byId(viewer, id);
    if (!record) throw new NotFoundException();
    return answered(record, maySeeWhereabouts(viewer));
  }
}

/** @param whereabouts whether addresses and telephone numbers are told; otherwise it is told that there are some */
function answered(record: PerpetratorRecord | ErasedPerpetrator, whereabouts: boolean) {
  const { perpetratorId: id, force } = record;
  if (record.is === 'erased') return { id, force, erased: true } as const;
  return {
    id,
    force,
    erased: false as const,
    restricted: record.restriction !== null,
    identity: record.identity.value,
    aliases: record.aliases.map(({ aliasId, name }) => ({ id: aliasId, name: name.value })),
    addresses: record.addresses.map(({ addressId, from, address }) => ({
      id: addressId,
      from,
      address: whereabouts ? address.value : null,
    })),
    identifiers: record.identifiers.map(({ identifierId, value, ...where }) => ({
      id: identifierId,
      ...where,
      value: whereabouts || where.scheme !== 'phone' ? value.value : null,
    })),
    photographs: standingPhotographs(record.photographs).map((one) => photographView(record, one)),
    occupation: record.occupation && { occupation: record.occupation.occupation.value, policeForce: record.occupation.policeForce },
  };
}
