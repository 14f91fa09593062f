import type { Import } from '@shelfcast/contract';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { surveyQuery, useDecideImport } from '../../../api/imports.ts';
import { ProblemNotice } from '../../../components/problem-notice.tsx';
import { SkeletonPage } from '../../../components/skeleton.tsx';
import { Decision } from './decision.tsx';
import { FactExamples } from './facts.tsx';
import { Findings } from './findings.tsx';
import { MappingForm } from './mapping-form.tsx';
import { Question } from './question.tsx';
import { Reasons } from './reasons.tsx';
import { Totals } from './totals.tsx';

/** What a file holds, before anything of it is loaded: the account of its rows, its totals, what looks odd; or its question. */
export function Review({ one }: { one: Import }) {
  const survey = useQuery(surveyQuery(one.import));
  const decide = useDecideImport(one.import);
  const [mapping, setMapping] = useState(false);
  if (survey.isPending) return <SkeletonPage label="Loading what the file holds" />;
  if (survey.error) return <ProblemNotice error={survey.error} onRetry={() => void survey.refetch()} />;
  const { report, problem, mapping: said, sample } = survey.data;
  if (problem || mapping)
    return (
      <>
        {decide.remap.error && <ProblemNotice error={decide.remap.error} />}
        {problem && !mapping ? (
          <Question problem={problem} said={said ?? {}} sample={sample} decide={decide} />
        ) : (
          <MappingForm
            sample={sample}
            mapping={report?.mapping ?? {}}
            kind={report?.kind ?? null}
            onCancel={() => setMapping(false)}
            onSend={(columns) => decide.remap.mutate(columns)}
          />
        )}
      </>
    );
  if (!report) return null;
  return (
    <>
      <Decision report={report} decide={decide} onRemap={() => setMapping(true)} />
      <Findings report={report} />
      {report.facts && <FactExamples facts={report.facts} />}
      <Reasons report={report} />
      {!report.facts && <Totals report={report} />}
    </>
  );
}
