// title: Plans past their date
// question.en: Which planned changes are past their date without confirmation?
// question.fr: Quels changements prévus ont passé leur date sans être confirmés ?
// param today: string = "2026-11-22"    // a date
// columns: date, subject, relation, object, status, as_of, source
MATCH (subject)-[change]->(object)
WHERE (change.status = 'planned' AND change.start < $today) OR (change.status = 'ended-planned' AND change.end < $today)
RETURN CASE change.status WHEN 'planned' THEN change.start ELSE change.end END AS date, subject.name AS subject, type(change) AS relation,
  object.name AS object, change.status AS status, change.as_of AS as_of, change.source AS source
ORDER BY date, subject, relation, object, status
