/** A scenario from nothing: a short form, or a pasted file of another program. */
import { useState } from 'preact/hooks';
import { t } from '../i18n/translate.js';
import { DRAFTED_FAULTS, type DraftedFault } from '../library.js';
import { importAnswer, importPasted, makeDrafted } from '../state/importing.js';
import { language } from '../state/preferences.js';
import { startOpen } from '../state/view.js';
import { Dialog } from './Dialog.js';

interface Row {
  readonly name: string;
  readonly sites: string;
  readonly needs: string;
  readonly people: string;
}

const FIRST: readonly Row[] = [
  { name: 'web', sites: 'main, spare', needs: 'orders', people: '100000' },
  { name: 'orders', sites: 'main, spare', needs: 'database', people: '' },
  { name: 'database', sites: 'main', needs: '', people: '' },
];

export function Start() {
  const open = startOpen.value;
  return (
    <Dialog isOpen={startOpen} title={t('start.title')} class="help start">
      {open && <Form />}
      {open && <Paste />}
    </Dialog>
  );
}

function Form() {
  const [title, setTitle] = useState(t('start.nameUsual'));
  const [sites, setSites] = useState('main, spare');
  const [rows, setRows] = useState(FIRST);
  const [kind, setKind] = useState<DraftedFault>('power-loss');
  const [struck, setStruck] = useState('main');
  const names = listed(sites);
  const change = (at: number, part: Partial<Row>): void =>
    setRows(rows.map((row, i) => (i === at ? { ...row, ...part } : row)));

  function make(event: Event): void {
    event.preventDefault();
    const services = rows.map(({ name, sites: where, needs, people }) => ({
      name: name.trim(),
      sites: listed(where),
      needs: listed(needs),
      people: Number(people) > 0 ? Math.round(Number(people)) : null,
    }));
    const site = names.includes(struck) ? struck : (names[0] ?? '');
    void makeDrafted({ title, sites: names, services, fault: { kind, site } });
  }

  return (
    <form onSubmit={make}>
      <p>{t('start.how')}</p>
      <Field label={t('start.name')} value={title} onInput={setTitle} />
      <Field label={t('start.sites')} value={sites} onInput={setSites} />
      <h3>{t('start.services')}</h3>
      {rows.map((row, i) => (
        <fieldset key={i} class="start-service" aria-label={t('start.service', { number: i + 1 })}>
          <Field
            label={t('start.service', { number: i + 1 })}
            value={row.name}
            onInput={(name) => change(i, { name })}
          />
          <Field label={t('start.where')} value={row.sites} onInput={(where) => change(i, { sites: where })} />
          <Field label={t('start.needs')} value={row.needs} onInput={(needs) => change(i, { needs })} optional />
          <Field
            label={t('start.people')}
            value={row.people}
            onInput={(people) => change(i, { people })}
            optional
            number
          />
          <button
            type="button"
            class="plain"
            disabled={rows.length === 1}
            aria-label={t('start.remove', { number: i + 1 })}
            onClick={() => setRows(rows.filter((_, at) => at !== i))}
          >
            −
          </button>
        </fieldset>
      ))}
      <button
        type="button"
        class="plain"
        onClick={() => setRows([...rows, { name: '', sites: names[0] ?? '', needs: '', people: '' }])}
      >
        {t('start.add')}
      </button>
      <div class="start-fault">
        <label>
          {t('start.fault')}
          <select
            value={kind}
            onChange={({ currentTarget }) =>
              setKind(DRAFTED_FAULTS.find((each) => each === currentTarget.value) ?? 'power-loss')
            }
          >
            {DRAFTED_FAULTS.map((each) => (
              <option key={each} value={each}>
                {t(`start.fault.${each}`)}
              </option>
            ))}
          </select>
        </label>
        <label>
          {t('start.at')}
          <select value={struck} onChange={({ currentTarget }) => setStruck(currentTarget.value)}>
            {names.map((each) => (
              <option key={each} value={each}>
                {each}
              </option>
            ))}
          </select>
        </label>
        <button type="submit" class="plain strong">
          {t('start.make')}
        </button>
      </div>
    </form>
  );
}

interface FieldProps {
  readonly label: string;
  readonly value: string;
  readonly onInput: (value: string) => void;
  readonly optional?: boolean;
  readonly number?: boolean;
}

function Field({ label, value, onInput, optional = false, number = false }: FieldProps) {
  return (
    <label class="start-field">
      <span>{label}</span>
      <input
        type="text"
        inputMode={number ? 'numeric' : 'text'}
        required={!optional}
        value={value}
        onInput={({ currentTarget }) => onInput(currentTarget.value)}
      />
    </label>
  );
}

function Paste() {
  const [text, setText] = useState('');
  const answer = importAnswer.value;
  return (
    <section class="start-paste">
      <h3>{t('start.paste')}</h3>
      <p>{t('start.pasteHow')}</p>
      <textarea
        rows={5}
        spellcheck={false}
        aria-label={t('start.paste')}
        value={text}
        onInput={({ currentTarget }) => setText(currentTarget.value)}
        // The page takes pasted scenarios; here it is this field's.
        onPaste={(event) => event.stopPropagation()}
      />
      <button type="button" class="plain" disabled={text.trim() === ''} onClick={() => void importPasted(text)}>
        {t('start.import')}
      </button>
      {answer !== null && answer.text === null && (
        <pre role="alert">{answer.problems[language.value].join('\n\n')}</pre>
      )}
    </section>
  );
}

/** Between commas, without blanks around them. */
function listed(text: string): string[] {
  return text
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== '');
}
