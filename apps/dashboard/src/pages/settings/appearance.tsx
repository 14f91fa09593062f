import { Choice } from '../../components/choice.tsx';
import { chooseTheme, type Theme } from '../../theme/theme.ts';
import { useTheme } from '../../theme/use-theme.ts';

export function Appearance() {
  const { chosen } = useTheme();
  return (
    <Choice<Theme>
      label="Light or dark"
      value={chosen}
      onChange={chooseTheme}
      options={[
        { value: 'system', label: 'As the system' },
        { value: 'light', label: 'Light' },
        { value: 'dark', label: 'Dark' },
      ]}
    />
  );
}
