/** The form that changes what a sponsor pledged, before money was asked for: another level, sum or plan, with the reason for it. */
import type { JSX } from 'preact';
import { ErrorSummary } from '../components/fields.tsx';
import { textOf } from '../components/view.ts';
import { dollars } from '../forms/money.ts';
import { deskCampaignIn, deskPledgeIn, fundraisingIn } from '../messages/areas.ts';
import { moneyIn } from '../words/money.ts';
import { Area, errorsOf, Line, Select } from './form-parts.tsx';
import { ActionForm, type ActionProps } from './pledge-actions.tsx';

const COUNTS = [1, 2, 3, 4, 6, 12];

export function ReviseForm({ view, model }: ActionProps): JSX.Element {
  const words = deskPledgeIn(view.context.language).revise;
  const { form } = fundraisingIn(view.context.language);
  const money = moneyIn(view.m.locale);
  const { pledge, campaign } = model;
  const { commitment } = pledge;
  const posted = model.posted?.operationId === 'revisePledge' ? model.posted : undefined;
  const typed = (name: string, otherwise: string): string => posted?.values[`revise-${name}`] ?? otherwise;
  const said = { ...deskCampaignIn(view.context.language).errors, ...words.errors };
  const errors = errorsOf(view, posted?.errors ?? [], reviseFieldOf, said).map((error) => ({
    ...error,
    words: said[error.fieldId] ?? error.words,
  }));
  const props = { view, errors };
  return (
    <ActionForm view={view} model={model} step="revisePledge">
      <ErrorSummary view={view} errors={errors} />
      <p class="hint">{words.hint}</p>
      <input type="hidden" name="revise-kind" value={commitment.kind} />
      {commitment.kind === 'goods' ? (
        <>
          <Area {...props} name="revise-goods" label={form.goodsWhat} value={typed('goods', commitment.description)} rows={3} />
          <Line {...props} name="revise-amount" type="money" label={words.value} value={typed('amount', dollars(commitment.valueCents))} />
        </>
      ) : (
        <>
          <Select
            {...props}
            name="revise-level"
            label={words.level}
            value={typed('level', commitment.levelId ?? '')}
            options={[
              ['', words.noLevel] as const,
              ...campaign.levels.map(
                ({ levelId, name, amountCents }) => [levelId, form.level(textOf(view, name), money(amountCents))] as const,
              ),
            ]}
          />
          <Line
            {...props}
            name="revise-amount"
            type="money"
            label={words.amount}
            value={typed('amount', dollars(commitment.amountCents))}
          />
          <Select
            {...props}
            name="revise-instalments"
            label={words.instalments}
            value={typed('instalments', String(commitment.instalments.length))}
            options={COUNTS.map((n) => [String(n), form.instalmentCount(n)] as const)}
          />
        </>
      )}
      <Line {...props} name="revise-reason" label={words.reason} hint={words.reasonHint} value={typed('reason', '')} />
      <button class="button" type="submit">
        {words.save}
      </button>
    </ActionForm>
  );
}

/** The field of the form that a problem of its body belongs to. */
function reviseFieldOf(pointer: string): string {
  const [, top = '', inner = ''] = pointer.split('/');
  if (top === 'reason') return 'revise-reason';
  return `revise-${{ levelId: 'level', instalments: 'instalments', description: 'goods' }[inner] ?? 'amount'}`;
}
