/** A refusal in words, at the desk. */
import type { ProblemCode } from '#contracts/problems.ts';
import { problemWords, type View } from '../components/view.ts';
import { deskProblemsIn } from '../messages/areas.ts';

export function deskProblemWords(view: View, code: ProblemCode): string {
  const own: Readonly<Partial<Record<ProblemCode, string>>> = deskProblemsIn(view.context.language);
  return own[code] ?? problemWords(view, code);
}
