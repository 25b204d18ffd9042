import type { PublishedSitting } from '../domain/meetings/published.ts';
import { type CalendarFile, icalendar } from '../feeds/icalendar.ts';
import { meetingEvent } from '../feeds/meeting-event.ts';
import type { Sender } from './message-facts.ts';

/** A calendar file that goes with an email: RFC 5546. */
export type Invitation = { readonly method: 'REQUEST' | 'CANCEL'; readonly text: string };

/**
 * The meeting as an invitation to one reader: asked for, or taken back when it is cancelled. The same entry for ever, so
 * that calendars change it rather than hold two.
 */
export function invitationTo(
  sitting: PublishedSitting,
  reader: { readonly name: string; readonly email: string },
  { organisation, contactEmail, publicAddress }: Pick<Sender, 'organisation' | 'contactEmail' | 'publicAddress'>,
): Invitation {
  const method: NonNullable<CalendarFile['method']> = sitting.cancelled ? 'CANCEL' : 'REQUEST';
  const event = {
    ...meetingEvent(sitting, publicAddress),
    organizer: { name: organisation, email: contactEmail },
    attendee: reader,
  };
  return { method, text: icalendar({ name: sitting.bodyName, method, events: [event] }) };
}
