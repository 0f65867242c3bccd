// What a person can choose about their days: one file a setting, one line here each.
import type { Settings } from '../../../shared/settings.ts';
import { useSlice } from '../../snapshot/use-snapshot.ts';
import { GoalChoice } from './goal-choice.tsx';
import { WorkingHours } from './working-hours.tsx';

interface TimePanelProps {
  readonly onChange: (part: Partial<Settings>) => void;
}

export function TimePanel({ onChange }: TimePanelProps) {
  const { values } = useSlice('settings');
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
    </section>
  );
}
