/** An alarm that tells its reader how urgent it is and where the runbook says what to do. */
import { Alarm, ComparisonOperator, type IMetric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';

/** `now`: people are refused or something is about to be lost; get up. `today`: nothing is lost, but somebody must look. */
export type Severity = 'now' | 'today';

export interface RunbookAlarmProps {
  readonly metric: IMetric;
  /** Rings from this value on. */
  readonly from: number;
  /** Periods in a row it must hold. */
  readonly periods?: number;
  readonly severity: Severity;
  /** One sentence: what is wrong. */
  readonly says: string;
  /** A heading of `docs/runbook.md`. */
  readonly anchor: string;
  readonly topic: ITopic;
}

export class RunbookAlarm extends Construct {
  readonly alarm: Alarm;

  constructor(scope: Construct, id: string, props: RunbookAlarmProps) {
    super(scope, id);
    const { metric, from, periods = 1, severity, says, anchor, topic } = props;
    this.alarm = new Alarm(this, 'Alarm', {
      metric,
      threshold: from,
      evaluationPeriods: periods,
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      // nobody there at night is not an outage
      treatMissingData: TreatMissingData.NOT_BREACHING,
      alarmDescription: `Severity: ${severity}. ${says} What to do: docs/runbook.md#${anchor}`,
    });
    const action = new SnsAction(topic);
    this.alarm.addAlarmAction(action);
    this.alarm.addOkAction(action);
  }
}
