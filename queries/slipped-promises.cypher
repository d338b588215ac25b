// title: Promises that moved, were dropped or are late
// question.en: Which promises slipped, were dropped or are late, and by how many days?
// question.fr: Quelles promesses ont glissé, ont été abandonnées ou sont en retard, et de combien de jours ?
// param today: string = "2026-11-26"    // a date
// columns: statement, state, due, slippage, delay, steps
CALL sillage.promises({today: $today}) YIELD statement, state, due, slippage, delay, steps
WHERE slippage <> 0 OR state IN ['dropped', 'overdue']
RETURN statement, state, due, slippage, delay,
  [step IN steps | step.said + ' ' + step.stage + coalesce(' for ' + step.due, '') + coalesce(', “' + step.quote + '”', '')] AS steps
ORDER BY coalesce(slippage, 0) DESC, coalesce(delay, 0) DESC, statement
