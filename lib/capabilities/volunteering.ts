/** The functions of volunteering, each with its routes and exactly what it may touch. */
import { Duration } from 'aws-cdk-lib';
import { type EventBus, Schedule } from 'aws-cdk-lib/aws-events';
import type { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import * as api from '#contracts/api/volunteering.ts';
import * as calendar from '#contracts/api/volunteering-calendar.ts';
import * as checkIn from '#contracts/api/volunteering-check-in.ts';
import * as feedback from '#contracts/api/volunteering-feedback.ts';
import * as messages from '#contracts/api/volunteering-messages.ts';
import * as people from '#contracts/api/volunteering-people.ts';
import * as desk from '#contracts/api/volunteering-staff.ts';
import * as suggestions from '#contracts/api/volunteering-suggestions.ts';
import { CALENDAR_ADDRESS_PAGE, CALENDAR_FORMS } from '#contracts/calendar-pages.ts';
import { DESK_CHECK_IN_PAGES, DESK_PEOPLE_PAGES, deskFormPath } from '#contracts/desk-pages.ts';
import { DESK_FEEDBACK_PAGES, FEEDBACK_FORM, FEEDBACK_PAGE } from '#contracts/feedback-pages.ts';
import { FORMS } from '#contracts/pages.ts';
import { DOOR_PAGES } from '#contracts/share-pages.ts';
import { DESK_SUGGESTIONS_PAGE, SUGGESTION_FORM, SUGGESTION_PAGE } from '#contracts/suggestion-pages.ts';
import type { CapabilityTable } from '../constructs/capability-table.ts';
import { EventSubscription } from '../constructs/event-subscription.ts';
import type { HttpRoute } from '../constructs/http-api.ts';
import type { OperationFunction } from '../constructs/operation-function.ts';
import { Relay } from '../constructs/relay.ts';
import type { StaffIdentity } from '../constructs/staff-identity.ts';
import type { Functions } from '../functions.ts';
import { eventsOf, RECORDED_EVENTS } from './event-patterns.ts';

/** Each is a function of its own, in the file of its name. */
const SETUP = [
  desk.saveSchool,
  desk.saveOpportunity,
  desk.setOpportunityStatus,
  desk.shiftOpportunity,
  desk.repeatSlot,
  desk.changeSeries,
  desk.copyOpportunity,
] as const;

const kebab = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

export interface VolunteeringProps {
  readonly functions: Functions;
  /** Below which the functions of staff stand, in a stack of theirs. */
  readonly desk: Construct;
  readonly staff: StaffIdentity;
  readonly table: CapabilityTable;
  /** How far messages of staff are is noted there. */
  readonly messaging: CapabilityTable;
  readonly bus: EventBus;
  /** The district's key, with which people are told apart without their addresses. */
  readonly districtSecret: Secret;
}

export class Volunteering extends Construct {
  readonly routes: readonly HttpRoute[];

  constructor(scope: Construct, id: string, { functions, desk: ofDesk, staff, table, messaging, bus, districtSecret }: VolunteeringProps) {
    super(scope, id);
    const knowsPeople = (fn: OperationFunction): void => {
      fn.allow(['secretsmanager:GetSecretValue'], districtSecret.secretArn);
      fn.set('DISTRICT_SECRET', districtSecret.secretArn);
    };

    const signUp = functions.answering(this, 'SignUp', 'volunteering/sign-up', 'Takes places for a person');
    table.grant(signUp, 'get', 'query', 'put', 'update');
    knowsPeople(signUp);

    const sendLink = functions.answering(this, 'SendLink', 'volunteering/send-link', 'Takes requests for a manage link');
    table.grant(sendLink, 'put');
    knowsPeople(sendLink);

    const cancelSignUp = functions.answering(this, 'CancelSignUp', 'volunteering/cancel-sign-up', 'Gives places back');
    const changePlaces = functions.answering(this, 'ChangePlaces', 'volunteering/change-places', 'Changes how many places a sign-up holds');
    const moveSignUp = functions.answering(this, 'MoveSignUp', 'volunteering/move-sign-up', 'Moves a sign-up to another slot');
    const answerOffer = functions.answering(this, 'AnswerOffer', 'volunteering/answer-offer', 'Takes answers to offers from the waitlist');
    for (const own of [cancelSignUp, changePlaces, moveSignUp, answerOffer]) table.grant(own, 'get', 'query', 'put', 'update');
    const confirmTime = functions.answering(this, 'ConfirmTime', 'volunteering/confirm-time', 'Notes that a moved time still suits');
    table.grant(confirmTime, 'get', 'query', 'update');

    // three operations that need the same, and the page on which they end
    const calendarAddress = functions.answering(
      this,
      'MakeCalendarAddress',
      'volunteering/make-calendar-address',
      'Makes and ends addresses of calendars',
    );
    table.grant(calendarAddress, 'get', 'put', 'update');
    knowsPeople(calendarAddress);

    const sendSuggestion = functions.answering(
      this,
      'SendSuggestion',
      'volunteering/send-suggestion',
      'Takes what people suggest to a school',
    );
    table.grant(sendSuggestion, 'get', 'put');

    const answerFeedback = functions.answering(
      this,
      'AnswerFeedback',
      'volunteering/answer-feedback',
      'Takes how it was from those who took part',
    );
    // an answer goes with the counts of its opportunity
    table.grant(answerFeedback, 'get', 'query', 'put', 'update', 'transact');

    const browse = functions.answering(this, 'Browse', 'volunteering/browse', 'Answers all reads of the API');
    table.grant(browse, 'get', 'query');
    table.grantIndexes(browse, 'opportunitiesBySchool', 'slotsBySchool');

    const setUp = SETUP.map((operation) => {
      const { operationId: name, summary } = operation;
      const target = functions.answering(ofDesk, `${name[0]?.toUpperCase()}${name.slice(1)}`, `volunteering/${kebab(name)}`, summary);
      // the ledgers of slots are aligned one by one, beside the transaction
      table.grant(target, 'get', 'query', 'put', 'update', 'transact');
      staff.grant(target);
      staff.grantSessions(target);
      return { ...operation, target };
    });

    const saveHolidays = functions.answering(ofDesk, 'SaveHolidays', 'volunteering/save-holidays', desk.saveHolidays.summary);
    table.grant(saveHolidays, 'get', 'query', 'transact');
    staff.grant(saveHolidays);
    staff.grantSessions(saveHolidays);

    const addPerson = functions.answering(ofDesk, 'AddPerson', 'volunteering/add-person', 'Adds a person to a slot for staff');
    table.grant(addPerson, 'get', 'query', 'put', 'update');
    knowsPeople(addPerson);
    // five operations that need the same; a note goes with its history
    const changePerson = functions.answering(ofDesk, 'ChangePerson', 'volunteering/change-person', 'Changes a sign-up for staff');
    table.grant(changePerson, 'get', 'query', 'put', 'update', 'transact');
    const byHand = [
      { ...people.addPerson, target: addPerson },
      ...[people.movePerson, people.resizePerson, people.cancelPerson, people.promotePerson, people.confirmPerson, people.notePerson].map(
        (one) => ({
          ...one,
          target: changePerson,
        }),
      ),
    ];
    // a full slot that is made larger goes with its history
    const atDoor = functions.answering(ofDesk, 'CheckIn', 'volunteering/check-in', 'Checks people in for staff');
    table.grant(atDoor, 'get', 'getMany', 'query', 'put', 'update', 'transact');
    knowsPeople(atDoor);
    const door = [checkIn.markPerson, checkIn.markRest, checkIn.addWalkIn].map((one) => ({ ...one, target: atDoor }));
    for (const target of [addPerson, changePerson, atDoor]) {
      staff.grant(target);
      staff.grantSessions(target);
    }

    const roster = functions.answering(ofDesk, 'DeskBrowse', 'volunteering/desk-browse', 'Answers all reads of staff');
    staff.grant(roster);
    const rosterPages = functions.answering(ofDesk, 'PeoplePages', 'pages/desk-people', 'Shows staff who comes');
    staff.grantSessions(rosterPages);
    // the clocks of the school
    table.grant(rosterPages, 'get');
    table.grant(roster, 'get');
    for (const reads of [roster, rosterPages]) {
      table.grant(reads, 'getMany', 'query');
      messaging.grant(reads, 'getMany');
      table.grantIndexes(reads, 'feedbackByOpportunity');
    }

    const sendMessage = functions.answering(
      ofDesk,
      'SendMessage',
      'volunteering/send-message',
      'Takes what staff write to those who signed up',
    );
    table.grant(sendMessage, 'get', 'getMany', 'query', 'put');
    // whose address takes no mail
    messaging.grant(sendMessage, 'getMany');
    staff.grant(sendMessage);
    staff.grantSessions(sendMessage);

    const settleSuggestion = functions.answering(
      ofDesk,
      'SettleSuggestion',
      'volunteering/settle-suggestion',
      'Shows staff what was suggested, and takes that it is dealt with',
    );
    table.grant(settleSuggestion, 'get', 'query', 'put', 'update', 'transact');
    staff.grant(settleSuggestion);
    staff.grantSessions(settleSuggestion);

    this.routes = [
      ...setUp,
      ...setUp.map(({ path, target }) => ({ method: 'POST' as const, path: deskFormPath(path), target })),
      { ...desk.getHolidays, target: roster },
      ...[desk.saveHolidays.path, deskFormPath(desk.saveHolidays.path)].map((path) => ({
        method: 'POST' as const,
        path,
        target: saveHolidays,
      })),
      { ...people.getRoster, target: roster },
      ...byHand,
      ...door,
      ...[...byHand, ...door].map(({ path, target }) => ({ method: 'POST' as const, path: deskFormPath(path), target })),
      { ...messages.listMessages, target: roster },
      ...[suggestions.listSuggestions, feedback.getFeedback, feedback.listFeedback].map((read) => ({ ...read, target: roster })),
      { ...messages.sendMessage, target: sendMessage },
      { method: 'POST', path: deskFormPath(messages.sendMessage.path), target: sendMessage },
      ...Object.values({ ...DESK_CHECK_IN_PAGES, ...DOOR_PAGES }).map((route) => ({ ...route, target: atDoor })),
      ...Object.values({ ...DESK_PEOPLE_PAGES, ...DESK_FEEDBACK_PAGES }).map((route) => ({ ...route, target: rosterPages })),
      ...[suggestions.sendSuggestion, SUGGESTION_PAGE, SUGGESTION_FORM].map(({ method, path }) => ({
        method,
        path,
        target: sendSuggestion,
      })),
      ...[feedback.answerFeedback, FEEDBACK_PAGE, FEEDBACK_FORM].map(({ method, path }) => ({ method, path, target: answerFeedback })),
      ...[
        suggestions.settleSuggestion,
        DESK_SUGGESTIONS_PAGE,
        { method: 'POST' as const, path: deskFormPath(suggestions.settleSuggestion.path) },
      ].map(({ method, path }) => ({ method, path, target: settleSuggestion })),
      { ...api.signUp, target: signUp },
      { ...FORMS.signUp, target: signUp },
      { ...api.sendLink, target: sendLink },
      { ...FORMS.sendLink, target: sendLink },
      ...[...Object.values(calendar), ...Object.values(CALENDAR_FORMS), CALENDAR_ADDRESS_PAGE].map(({ method, path }) => ({
        method,
        path,
        target: calendarAddress,
      })),
      { ...api.cancelSignUp, target: cancelSignUp },
      { ...FORMS.cancelSignUp, target: cancelSignUp },
      { ...api.changePlaces, target: changePlaces },
      { ...FORMS.changePlaces, target: changePlaces },
      { ...api.answerOffer, target: answerOffer },
      { ...FORMS.answerOffer, target: answerOffer },
      { ...api.confirmTime, target: confirmTime },
      { ...FORMS.confirmTime, target: confirmTime },
      { ...api.moveSignUp, target: moveSignUp },
      { ...FORMS.moveSignUp, target: moveSignUp },
      ...[api.listSchools, api.listOpportunities, api.getOpportunity, api.listMySignUps, feedback.getMyFeedback].map((read) => ({
        ...read,
        target: browse,
      })),
    ];

    const relay = functions.consuming(this, 'Relay', 'relay/volunteering', 'Puts what changed in the table on the bus');
    relay.allow(['events:PutEvents'], bus.eventBusArn);
    relay.set('BUS_NAME', bus.eventBusName);
    new Relay(this, 'Stream', { table, target: relay });

    const onSignUpChanged = functions.consuming(
      this,
      'OnSignUpChanged',
      'volunteering/on-sign-up-changed',
      'Takes ledger changes into sign-ups',
    );
    table.grant(onSignUpChanged, 'get', 'query', 'put', 'update');

    new EventSubscription(this, 'SignUpChanged', { bus, pattern: RECORDED_EVENTS, target: onSignUpChanged });

    const onDaysDue = functions.lengthy(this, 'OnDaysDue', 'volunteering/on-days-due', 'Says what the days of schools call for');
    table.grant(onDaysDue, 'query', 'getMany', 'put');
    table.grantIndexes(onDaysDue, 'opportunitiesBySchool', 'slotsBySchool');
    onDaysDue.allow(['events:PutEvents'], bus.eventBusArn);
    onDaysDue.set('BUS_NAME', bus.eventBusName);
    // soon after the hours at which something is due
    new EventSubscription(this, 'DaysDue', { schedule: Schedule.cron({ minute: '5' }), target: onDaysDue });

    const onPlacesFreed = functions.consuming(this, 'OnPlacesFreed', 'volunteering/on-places-freed', 'Serves those who wait for a slot');
    new EventSubscription(this, 'PlacesFreed', { bus, pattern: eventsOf('places.freed.v1'), target: onPlacesFreed });
    const onWaitlistsDue = functions.consuming(
      this,
      'OnWaitlistsDue',
      'volunteering/on-waitlists-due',
      'Ends offers and lines, serves who waits',
    );
    table.grantIndexes(onWaitlistsDue, 'waitlists');
    new EventSubscription(this, 'WaitlistsDue', { schedule: Schedule.rate(Duration.minutes(5)), target: onWaitlistsDue });
    for (const serves of [onPlacesFreed, onWaitlistsDue]) table.grant(serves, 'get', 'update');
  }
}
