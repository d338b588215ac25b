// title: Promises that were kept
// question.en: Which promises were kept, who made them, and which words prove it?
// question.fr: Quelles promesses ont été tenues, par qui, et quels mots le prouvent ?
// param today: string = "2026-11-26"    // a date
// columns: statement, due, steps
CALL sillage.promises({today: $today}) YIELD statement, state, due, steps
WHERE state = 'done'
RETURN statement, due,
  [step IN steps | step.said + ' ' + step.stage + coalesce(' for ' + step.due, '') + coalesce(', ' + step.asserted_by, '') + coalesce(', “' + step.quote + '”', '')] AS steps
ORDER BY statement
