// A field that narrows a list while one types. The first match needs no arrow key: Enter and Tab
// take it. What matches nothing stays where it was typed, to be mended, and is never dropped.
import { ChevronDown } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import {
  Button,
  ComboBox,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
} from 'react-aria-components/ComboBox';
import { type Choice, choiceText, matchingChoices } from './choices.ts';

/** More than anyone reads; typing a letter finds the rest. */
const MOST_SHOWN = 60;

interface ChoiceBoxProps<T extends Choice> {
  readonly label: string;
  readonly choices: readonly T[];
  readonly chosen: T | null;
  readonly onChoose: (choice: T | null) => void;
  /** @param text what is typed and stands for no choice; empty when there is none such */
  readonly onUnmatched: (text: string) => void;
  readonly placeholder: string;
  /** Said in the open list when there is nothing to choose from. */
  readonly whenEmpty: string;
  readonly isInvalid?: boolean;
  readonly error?: ReactNode;
}

export function ChoiceBox<T extends Choice>(props: ChoiceBoxProps<T>) {
  const { label, choices, chosen, onChoose, onUnmatched } = props;
  const chosenText = chosen ? choiceText(chosen) : '';
  const [typed, setTyped] = useState(chosenText);
  const [open, setOpen] = useState(false);
  const chosenBefore = useRef(chosenText);
  useEffect(() => {
    const before = chosenBefore.current;
    chosenBefore.current = chosenText;
    setTyped((text) => (chosenText !== '' || text === before ? chosenText : text));
  }, [chosenText]);

  const narrowing = typed === chosenText ? '' : typed;
  const unmatched = narrowing.trim();
  useEffect(() => onUnmatched(unmatched), [unmatched, onUnmatched]);
  const matches = matchingChoices(choices, narrowing).slice(0, MOST_SHOWN);

  function choose(key: unknown) {
    const choice = choices.find((each) => each.key === key) ?? null;
    if (choice) setTyped(choiceText(choice));
    onChoose(choice);
  }

  function type(text: string) {
    setTyped(text);
    if (text === '' && chosen) onChoose(null);
  }

  function takeFirstMatch(event: KeyboardEvent) {
    if (event.key !== 'Enter' && event.key !== 'Tab') return;
    const input = event.target as HTMLInputElement;
    if (!open || narrowing.trim() === '' || input.hasAttribute('aria-activedescendant')) return;
    const [first] = matches;
    if (!first) return;
    if (event.key === 'Enter') {
      // This Enter chooses; the next one saves.
      event.preventDefault();
      event.stopPropagation();
    }
    choose(first.key);
    setOpen(false);
  }

  /** Escape shuts the list it is pressed in, and only without one leaves the form. */
  function keepEscape(event: KeyboardEvent) {
    if (event.key === 'Escape' && open) event.stopPropagation();
  }

  return (
    <ComboBox
      className="field"
      items={matches}
      value={chosen?.key ?? null}
      onChange={choose}
      inputValue={typed}
      onInputChange={type}
      onOpenChange={setOpen}
      menuTrigger="input"
      allowsEmptyCollection
      allowsCustomValue
      isInvalid={props.isInvalid ?? false}
    >
      <Label className="field-label">{label}</Label>
      <div className="input-row" onKeyDownCapture={takeFirstMatch}>
        <Input
          className="input"
          placeholder={props.placeholder}
          spellCheck={false}
          onKeyDown={keepEscape}
        />
        <Button className="icon-button" aria-label="Show all">
          <ChevronDown size={14} aria-hidden="true" />
        </Button>
      </div>
      {props.error}
      <Popover className="menu" offset={4}>
        <ListBox
          className="menu-list"
          dependencies={[narrowing]}
          renderEmptyState={() => (
            <p className="empty">{narrowing ? `Nothing matches “${typed}”.` : props.whenEmpty}</p>
          )}
        >
          {(choice: T) => (
            <ListBoxItem id={choice.key} textValue={choiceText(choice)} className="menu-item">
              <span className="menu-line">{choice.name}</span>
              <span className="menu-detail">{choice.detail}</span>
              {narrowing !== '' && choice === matches[0] && (
                <span className="menu-enter" aria-hidden="true">
                  ↵
                </span>
              )}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
