// What a person can choose about their days: one file a setting, one line here each.
import type { Settings } from '../../../shared/settings.ts';
import { useSlice } from '../../snapshot/use-snapshot.ts';
import { AwayChoice } from './away-choice.tsx';
import { GoalChoice } from './goal-choice.tsx';
import { RoundingChoice } from './rounding-choice.tsx';
import { WorkingHours } from './working-hours.tsx';

interface TimePanelProps {
  readonly onChange: (part: Partial<Settings>) => void;
}

export function TimePanel({ onChange }: TimePanelProps) {
  const { values } = useSlice('settings');
  const { list, chosen } = useSlice('businesses');
  const business = list.find(({ id }) => id === chosen);
  return (
    <section className="panel" aria-label="Time">
      <GoalChoice
        minutes={values.dayGoalMinutes}
        onChange={(dayGoalMinutes) => onChange({ dayGoalMinutes })}
      />
      <WorkingHours
        value={values.workingHours}
        onChange={(workingHours) => onChange({ workingHours })}
      />
      {chosen !== null && (
        <RoundingChoice
          businessName={list.length > 1 ? (business?.name ?? null) : null}
          value={values.rounding[String(chosen)]}
          onChange={(rounding) =>
            onChange({ rounding: { ...values.rounding, [String(chosen)]: rounding } })
          }
        />
      )}
      <AwayChoice
        minutes={values.awayAfterMinutes}
        onChange={(awayAfterMinutes) => onChange({ awayAfterMinutes })}
      />
    </section>
  );
}
