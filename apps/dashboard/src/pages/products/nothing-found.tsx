import { Link } from '@tanstack/react-router';
import { Button } from '../../components/button.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { Panel } from '../../components/panel.tsx';

export function NothingFound({ filtered, onClear }: { filtered: boolean; onClear: () => void }) {
  return (
    <Panel>
      {filtered ? (
        <EmptyState
          icon="search"
          title="No product fits all of this"
          actions={<Button onClick={onClear}>Show all products</Button>}
        >
          Try a part of the name, or the code; or take a filter away.
        </EmptyState>
      ) : (
        <EmptyState
          icon="products"
          title="No products yet"
          actions={<Link to="/imports">Import a file</Link>}
        >
          Products appear here as soon as a file of sales has been imported.
        </EmptyState>
      )}
    </Panel>
  );
}
