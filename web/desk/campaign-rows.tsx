/** What a campaign buys and its levels, a row each, and the buttons that add and remove them without script. */
import type { JSX } from 'preact';
import type { FieldError } from '../components/fields.tsx';
import type { View } from '../components/view.ts';
import { deskCampaignIn } from '../messages/areas.ts';
import { Area, InLanguages, Line } from './form-parts.tsx';
import type { DeskCampaignFormModel } from './models-campaign.ts';
import { Redraw } from './slot-rows.tsx';

interface Props {
  readonly view: View;
  readonly model: DeskCampaignFormModel;
  readonly errors: readonly FieldError[];
  readonly action: string;
}

export function BuyRows({ view, model, errors, action }: Props): JSX.Element {
  const { form: words } = deskCampaignIn(view.context.language);
  const { buys } = model.values;
  return (
    <section class="panel dash" aria-labelledby="buys">
      <div>
        <h2 id="buys" tabindex={-1}>
          {words.buys}
        </h2>
        <p class="hint">{words.buysHint}</p>
      </div>
      {buys.map(({ label, price }, index) => {
        const row = `buys.${index}`;
        return (
          <fieldset class="row" key={index} id={`buy-${index}`}>
            <legend>{words.buyNumber(index + 1)}</legend>
            <div class="row-fields">
              <InLanguages view={view} errors={errors} name={`${row}.label`} label={words.label} value={label} />
              <Line view={view} errors={errors} name={`${row}.price`} type="money" label={words.price} value={price} />
            </div>
            <p>
              <Redraw act={`remove-buy:${index}`} words={words.remove} label={words.ofBuy(words.remove, index + 1)} at={`${action}#buys`} />
            </p>
          </fieldset>
        );
      })}
      <p>
        <Redraw act="add-buy" words={words.addBuy} at={`${action}#buy-${buys.length}`} />
      </p>
    </section>
  );
}

export function LevelRows({ view, model, errors, action }: Props): JSX.Element {
  const { form: words } = deskCampaignIn(view.context.language);
  const { levels } = model.values;
  const languages = view.context.district.languages.join(' | ');
  const props = { view, errors };
  return (
    <section class="panel dash" aria-labelledby="levels">
      <div>
        <h2 id="levels" tabindex={-1}>
          {words.levels}
        </h2>
        <p class="hint">{words.levelsHint}</p>
      </div>
      {levels.map((level, index) => {
        const row = `levels.${index}`;
        const sponsors = model.held[level.id] ?? 0;
        return (
          <fieldset class="row" key={level.id} id={`level-${index}`}>
            <legend>{words.levelNumber(index + 1)}</legend>
            <input type="hidden" name={`${row}.id`} value={level.id} />
            <div class="row-fields">
              <InLanguages {...props} name={`${row}.name`} label={words.name} value={level.name} />
              <Line {...props} name={`${row}.amount`} type="money" label={words.amount} value={level.amount} />
              <Line {...props} name={`${row}.limit`} type="number" label={words.limit} value={level.limit} optional />
            </div>
            <div class="row-fields">
              <Area
                {...props}
                name={`${row}.benefits`}
                label={words.benefits}
                hint={words.benefitsHint(languages)}
                value={level.benefits}
                rows={3}
                optional
              />
              <Line
                {...props}
                name={`${row}.benefitValue`}
                type="money"
                label={words.benefitValue}
                hint={words.benefitValueHint}
                value={level.benefitValue}
                optional
              />
            </div>
            <p>
              {sponsors > 0 ? (
                <span class="soft">{words.locked(sponsors)}</span>
              ) : (
                <Redraw
                  act={`remove-level:${index}`}
                  words={words.remove}
                  label={words.ofLevel(words.remove, index + 1)}
                  at={`${action}#levels`}
                />
              )}
            </p>
          </fieldset>
        );
      })}
      <p>
        <Redraw act="add-level" words={words.addLevel} at={`${action}#level-${levels.length}`} />
      </p>
    </section>
  );
}
