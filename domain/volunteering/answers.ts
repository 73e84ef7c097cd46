/** Checks the answers of a sign-up against the questions its opportunity asks. */
import type { FieldProblem } from '#contracts/problems.ts';
import type { Question } from '#contracts/resources/opportunity.ts';
import type { Answer } from '#contracts/resources/sign-up.ts';

/**
 * Codes: `answer.missing`, `answer.not-a-choice`, `answer.unknown-question`, `answer.repeated`. A missing answer is pointed to by its question's
 * id, `/answers/{questionId}`, because it has no place in the list; the others by their place.
 */
export function answerProblems(questions: readonly Question[], answers: readonly Answer[]): readonly FieldProblem[] {
  const given = answers.flatMap((answer, index) => givenProblem(questions, answers, answer, index) ?? []);
  const missing = questions
    .filter((question) => question.required && !answers.some((answer) => answer.questionId === question.questionId))
    .map(({ questionId }) => ({ pointer: `/answers/${questionId}`, code: 'answer.missing', detail: 'this question needs an answer' }));
  return [...given, ...missing];
}

function givenProblem(
  questions: readonly Question[],
  answers: readonly Answer[],
  { questionId, answer }: Answer,
  index: number,
): FieldProblem | undefined {
  const question = questions.find((one) => one.questionId === questionId);
  const pointer = `/answers/${index}/answer`;
  if (!question) return { pointer, code: 'answer.unknown-question', detail: `no question ${questionId} is asked` };
  if (answers.findIndex((other) => other.questionId === questionId) !== index)
    return { pointer, code: 'answer.repeated', detail: 'this question is answered twice' };
  const allowed = allowedAnswers(question);
  if (allowed && !allowed.includes(answer)) return { pointer, code: 'answer.not-a-choice', detail: `allowed are ${allowed.join(', ')}` };
  return undefined;
}

/** Undefined: anything. */
function allowedAnswers(question: Question): readonly string[] | undefined {
  if (question.kind === 'yes-no') return ['yes', 'no'];
  return question.kind === 'choice' ? question.choices.map((choice) => choice.value) : undefined;
}
