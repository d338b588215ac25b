// title: Statements that contradict each other
// question.en: Which statements contradict each other, and what was decided?
// question.fr: Quelles affirmations se contredisent, et qu’a-t-on décidé ?
// columns: subject, predicate, kind, sides, sources, verdict, reason
CALL sillage.contradictions({settled: true}) YIELD subject, predicate, kind, sides, verdict, reason
RETURN subject, predicate, kind, [side IN sides | side.statement] AS sides,
  [side IN sides | coalesce(side.source, side.article)] AS sources, verdict, reason
ORDER BY subject, predicate
