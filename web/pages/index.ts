/** All pages: pure functions from a context and a model to a whole HTML document. */
import type {
  ApiReferenceModel,
  BrokenModel,
  HomeModel,
  ManageModel,
  NotFoundModel,
  OpportunityModel,
  PageContext,
  SchoolModel,
  SendLinkModel,
  SignedUpModel,
} from './models.ts';

export type * from './models.ts';

const thin = (context: PageContext, title: string): string =>
  `<!doctype html><html lang="${context.language}"><head><meta charset="utf-8"><title>${title}</title></head><body><main><h1>${title}</h1></main></body></html>`;

export const homePage = (context: PageContext, _model: HomeModel): string => thin(context, 'Home');
export const schoolPage = (context: PageContext, _model: SchoolModel): string => thin(context, 'School');
export const opportunityPage = (context: PageContext, _model: OpportunityModel): string => thin(context, 'Opportunity');
export const signedUpPage = (context: PageContext, _model: SignedUpModel): string => thin(context, 'Signed up');
export const sendLinkPage = (context: PageContext, _model: SendLinkModel): string => thin(context, 'Send link');
export const linkSentPage = (context: PageContext): string => thin(context, 'Link sent');
export const managePage = (context: PageContext, _model: ManageModel): string => thin(context, 'Manage');
export const linkInvalidPage = (context: PageContext): string => thin(context, 'Link invalid');
export const privacyPage = (context: PageContext): string => thin(context, 'Privacy');
export const notFoundPage = (context: PageContext, _model: NotFoundModel): string => thin(context, 'Not found');
export const brokenPage = (context: PageContext, _model: BrokenModel): string => thin(context, 'Broken');
export const apiReferencePage = (context: PageContext, _model: ApiReferenceModel): string => thin(context, 'API');
