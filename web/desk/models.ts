/** What each page of the desk is made from. */
import type { DeskSection } from '#contracts/desk-pages.ts';
import type { ProblemCode } from '#contracts/problems.ts';
import type { StaffRole } from '#contracts/resources/staff.ts';
import type { DeskNotice } from '../messages/desk-en.ts';

/** Who the page is for. Pages before a sign-in are for nobody yet. */
export interface DeskReader {
  readonly name: string;
  /** Proof of the session, for every form of the page. */
  readonly csrf: string;
  /** Parts of the desk that are there for them. */
  readonly sections: readonly DeskSection[];
}

export interface DeskSignInModel {
  /** Where to go on after it. */
  readonly next: string;
  readonly notice?: DeskNotice;
}

export interface HandoverModel {
  /** An address of the identity provider. */
  readonly to: string;
  readonly way: 'in' | 'out';
}

export interface DeskUnknownModel {
  readonly email: string;
}

export interface DeskMeModel {
  readonly reader: DeskReader;
  readonly email: string;
  readonly role: StaffRole;
  /** Names; `all` for who works in the whole district. */
  readonly schools: readonly string[] | 'all';
}

export interface DeskProblemModel {
  readonly code: ProblemCode;
  /** To name to whoever runs the site; where something broke on our side. */
  readonly correlationId?: string;
}
