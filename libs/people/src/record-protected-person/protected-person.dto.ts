import { ChoiceField, TextField } from '#pages';
import { tidyContact } from '../domain/contact.js';
import type { SafeContact } from '../domain/events.js';
import { AddressFields, addressIn, AddressLines, forceCodes, IdentityFields, Postcode } from '../record-perpetrator/person.dto.js';

const Phone = () => TextField('the phone number', { max: 40, optional: true, isPasted: true });
const Email = () =>
  TextField('the email address', {
    max: 254,
    isPasted: true,
    optional: true,
    shape: { is: /^([^\s@]+@[^\s@]+)?$/, text: 'Enter an email address like name@example.com' },
  });
const SafeTimes = () => TextField('when and how contact is safe', { max: 500, optional: true });

/** How to reach somebody safely. The address is a safe one. */
export class ContactFields extends AddressFields {
  @Phone() phone?: string;
  @Email() email?: string;
  @SafeTimes() safeTimes?: string;
}

/** An identity and a contact side by side. */
export class ProtectedPersonFields extends IdentityFields implements ContactFields {
  @Phone() phone?: string;
  @Email() email?: string;
  @SafeTimes() safeTimes?: string;
  @AddressLines() lines?: string;
  @Postcode() postcode?: string;
}

export class TransferFields {
  @ChoiceField('the force that is to look after them', forceCodes)
  to: string;
}

export function contactIn(fields: ContactFields): SafeContact {
  const { phone = null, email = null, safeTimes = null } = fields;
  return tidyContact({ phone, email, address: addressIn(fields), safeTimes });
}

/** What is on the record, as `ContactFields` show it. */
export function contactFields(contact: SafeContact | null): Record<string, unknown> {
  if (!contact) return {};
  const { phone, email, safeTimes, address } = contact;
  return { phone, email, safeTimes, lines: address?.lines.join('\n'), postcode: address?.postcode };
}
