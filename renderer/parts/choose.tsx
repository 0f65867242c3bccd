// Chooses one of a short list.
import { Check, ChevronDown } from 'lucide-react';
import {
  Button,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Select,
  SelectValue,
} from 'react-aria-components/Select';

export interface Option<Value extends string> {
  readonly value: Value;
  readonly words: string;
}

interface ChooseProps<Value extends string> {
  readonly label: string;
  readonly options: readonly Option<Value>[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
}

export function Choose<Value extends string>(props: ChooseProps<Value>) {
  const { label, options, value, onChange } = props;
  return (
    <Select
      className="field"
      value={value}
      onChange={(key) => {
        const option = options.find((each) => each.value === key);
        if (option) onChange(option.value);
      }}
    >
      <Label className="field-label">{label}</Label>
      <Button className="input input-choose">
        <SelectValue />
        <ChevronDown size={14} aria-hidden="true" className="faint" />
      </Button>
      <Popover className="menu" offset={4}>
        <ListBox className="menu-list" items={options}>
          {(option) => (
            <ListBoxItem id={option.value} textValue={option.words} className="menu-item">
              <span className="menu-line">{option.words}</span>
              <Check size={14} aria-hidden="true" className="menu-check" />
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </Select>
  );
}
