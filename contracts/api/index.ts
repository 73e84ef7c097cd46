/** All API operations, by capability: the source of routes, of the OpenAPI document and of its reference page, which keep this order. */

import * as desk from './desk.ts';
import * as figures from './figures.ts';
import * as fundraising from './fundraising.ts';
import * as fundraisingPhotos from './fundraising-photos.ts';
import * as fundraisingStaff from './fundraising-staff.ts';
import * as mail from './mail.ts';
import * as mailPreferences from './mail-preferences.ts';
import type { ApiOperation } from './operation.ts';
import * as volunteering from './volunteering.ts';
import * as volunteeringCalendar from './volunteering-calendar.ts';
import * as volunteeringCheckIn from './volunteering-check-in.ts';
import * as volunteeringFeedback from './volunteering-feedback.ts';
import * as volunteeringMessages from './volunteering-messages.ts';
import * as volunteeringPeople from './volunteering-people.ts';
import * as volunteeringStaff from './volunteering-staff.ts';
import * as volunteeringSuggestions from './volunteering-suggestions.ts';

export type { ApiOperation } from './operation.ts';

/** Named one by one: the order of a module's own keys depends on what loaded it. */
export const API_OPERATIONS: readonly ApiOperation[] = [
  volunteering.listSchools,
  volunteering.listOpportunities,
  volunteering.getOpportunity,
  volunteering.signUp,
  volunteering.listMySignUps,
  volunteering.cancelSignUp,
  volunteering.changePlaces,
  volunteering.answerOffer,
  volunteering.confirmTime,
  volunteering.moveSignUp,
  volunteering.sendLink,
  volunteeringCalendar.makeCalendarAddress,
  volunteeringCalendar.replaceCalendarAddress,
  volunteeringCalendar.endCalendarAddress,
  mailPreferences.getMailPreferences,
  mailPreferences.saveMailPreferences,
  volunteeringStaff.saveSchool,
  volunteeringStaff.getHolidays,
  volunteeringStaff.saveHolidays,
  volunteeringStaff.saveOpportunity,
  volunteeringStaff.setOpportunityStatus,
  volunteeringStaff.shiftOpportunity,
  volunteeringStaff.repeatSlot,
  volunteeringStaff.changeSeries,
  volunteeringStaff.copyOpportunity,
  figures.checkFigures,
  figures.rebuildFigures,
  volunteeringPeople.getRoster,
  volunteeringPeople.addPerson,
  volunteeringPeople.movePerson,
  volunteeringPeople.resizePerson,
  volunteeringPeople.cancelPerson,
  volunteeringPeople.promotePerson,
  volunteeringPeople.confirmPerson,
  volunteeringPeople.notePerson,
  volunteeringCheckIn.markPerson,
  volunteeringCheckIn.markRest,
  volunteeringCheckIn.addWalkIn,
  volunteeringMessages.sendMessage,
  volunteeringMessages.listMessages,
  volunteeringFeedback.getMyFeedback,
  volunteeringFeedback.answerFeedback,
  volunteeringFeedback.getFeedback,
  volunteeringFeedback.listFeedback,
  volunteeringSuggestions.sendSuggestion,
  volunteeringSuggestions.listSuggestions,
  volunteeringSuggestions.settleSuggestion,
  fundraising.listCampaigns,
  fundraising.getCampaign,
  fundraising.makePledge,
  fundraising.getMyPledge,
  fundraising.withdrawPledge,
  fundraising.correctPledge,
  fundraising.inviteLogo,
  fundraising.removeLogo,
  fundraisingStaff.saveCampaign,
  fundraisingStaff.setCampaignStatus,
  fundraisingStaff.copyCampaign,
  fundraisingStaff.writeImpact,
  fundraisingStaff.listPledges,
  fundraisingStaff.getPledge,
  fundraisingStaff.acceptPledge,
  fundraisingStaff.declinePledge,
  fundraisingStaff.cancelPledge,
  fundraisingStaff.revisePledge,
  fundraisingStaff.invoicePledge,
  fundraisingStaff.recordPayment,
  fundraisingStaff.refundPayment,
  fundraisingStaff.receiveGoods,
  fundraisingStaff.writeOffPledge,
  fundraisingStaff.tickBenefit,
  fundraisingStaff.decideLogo,
  fundraisingStaff.recordGift,
  fundraisingStaff.refundGift,
  fundraisingStaff.tellImpact,
  fundraisingPhotos.listPhotos,
  fundraisingPhotos.invitePhoto,
  fundraisingPhotos.savePhotos,
  fundraisingStaff.reconcileCampaign,
  fundraisingStaff.rebuildCampaign,
  mail.getMailHealth,
  mail.listSuppressed,
  mail.liftSuppression,
  desk.listStaff,
  desk.inviteStaff,
  desk.saveStaff,
  desk.listHistory,
  desk.findPerson,
  desk.exportPerson,
  desk.deletePerson,
  desk.previewRetention,
];
