/** What staff add to a notice, in the forms that change an opportunity. Reading never refuses and never repairs. */
import { postedForm, type Texts, written } from './posted.ts';

export const readNoticeWords = (posted: URLSearchParams): Texts => postedForm(posted).texts('words');

/** Nothing where nothing was typed. */
export const noticeWordsBody = (words: Texts): { readonly words?: Texts } =>
  Object.keys(written(words)).length === 0 ? {} : { words: written(words) };
