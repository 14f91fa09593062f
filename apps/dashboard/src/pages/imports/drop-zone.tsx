import { type DragEvent, useRef, useState } from 'react';
import { Button } from '../../components/button.tsx';
import { Icon } from '../../components/icon.tsx';
import styles from './imports.module.css';

/** Drop files anywhere in here, or choose some: the button is the way for keyboard, screen reader and phone. */
export function DropZone({
  why,
  onFiles,
}: {
  why: string | null;
  onFiles: (files: readonly File[]) => void;
}) {
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const take = (files: FileList | null) => {
    if (files && files.length > 0 && !why) onFiles([...files]);
  };
  const onDrag = (event: DragEvent) => {
    event.preventDefault();
    setOver(event.type === 'dragover' && !why);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is an extra; the button inside does the same
    <div
      className={styles.drop}
      data-over={over || undefined}
      onDragOver={onDrag}
      onDragLeave={onDrag}
      onDrop={(event) => {
        onDrag(event);
        take(event.dataTransfer.files);
      }}
    >
      <Icon name="file" size={28} />
      <p>
        <strong>Drop files of sales here</strong>
        <span className="quiet">
          As your till exports it: CSV, Excel, JSON lines or Parquet, also packed. You see what is in it
          before anything is loaded. Products, prices, stock, opening hours and events go here, too. Large
          files go on after a break: drop them again.
        </span>
      </p>
      <Button look="primary" icon="imports" why={why} onClick={() => input.current?.click()}>
        Choose a file
      </Button>
      <input
        ref={input}
        className="unseen"
        type="file"
        multiple
        tabIndex={-1}
        aria-label="Sales file"
        accept=".csv,.txt,.tsv,.xlsx,.jsonl,.ndjson,.json,.parquet,.gz,.zip"
        onChange={(event) => {
          take(event.target.files);
          event.target.value = ''; // the same file again is a new choice
        }}
      />
    </div>
  );
}
