/** Who to ask: a member of staff, with links to write and to call. */
import type { JSX } from 'preact';
import type { Contact } from '#contracts/resources/school.ts';
import { telLink, type View } from './view.ts';

export function ContactLines({ view, contact }: { readonly view: View; readonly contact: Contact }): JSX.Element {
  return (
    <div class="contact">
      <p class="contact-name">{contact.name}</p>
      <ul class="contact-ways">
        <li>
          <a href={`mailto:${contact.email}`}>
            <span class="hidden">{view.m.opportunity.write}: </span>
            {contact.email}
          </a>
        </li>
        {contact.phone !== undefined && (
          <li>
            <a href={telLink(contact.phone)}>
              <span class="hidden">{view.m.opportunity.call}: </span>
              <bdi dir="ltr">{contact.phone}</bdi>
            </a>
          </li>
        )}
      </ul>
    </div>
  );
}
