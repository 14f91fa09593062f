import { Link } from '@tanstack/react-router';
import { attributeFilter, attributeName, attributeWords } from '../../../format/attributes.ts';
import styles from './stated.module.css';
import { useFirst } from './use-first.tsx';

interface Props {
  readonly title: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** Each leads to all products that have it. */
  readonly findable?: boolean;
}

/** A shop system exports thirty columns of a product, most of them for itself. */
const SHOWN = 8;

/** Attributes as their file names them. */
export function Attributes({ title, attributes, findable }: Props) {
  const [shown, more] = useFirst(Object.entries(attributes), SHOWN);
  if (shown.length === 0) return null;
  return (
    <div>
      <h3 className="over">{title}</h3>
      <dl className={styles.attributes}>
        {shown.map(([name, value]) => (
          <div key={name}>
            <dt>{attributeName(name)}</dt>
            <dd>{findable ? <Findable name={name} value={value} /> : value}</dd>
          </div>
        ))}
      </dl>
      {more}
    </div>
  );
}

function Findable({ name, value }: { name: string; value: string }) {
  const filter = attributeFilter({ name, value });
  if (filter === null) return value;
  const words = `All products with ${attributeWords(filter)}`;
  return (
    <Link to="/products" search={{ attribute: filter }} aria-label={words} title={words}>
      {value}
    </Link>
  );
}
