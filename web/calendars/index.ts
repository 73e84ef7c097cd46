/** Calendars to subscribe to: pure functions from data to what each entry says. */
export { type OwnFeedModel, ownFeed, type SchoolFeedModel, schoolFeed } from './feeds.ts';
