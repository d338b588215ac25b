// title: Plans past their date
// question.en: Which planned changes are past their date without confirmation?
// question.fr: Quels changements prévus ont passé leur date sans être confirmés ?
// param today: string = "2026-11-22"    // a date
// columns: date, subject, relation, object, status, as_of, source

// A month or a year is past once it is over. What was stated before it was to begin is a plan, too, unless it is an event, which has a date.
MATCH (subject)-[change]->(object)
WHERE change.status IN ['planned', 'ended-planned'] OR (change.status = 'asserted' AND NOT subject:Event
  AND change.start > CASE size(change.as_of) WHEN 4 THEN change.as_of + '-12-31' WHEN 7 THEN change.as_of + '-31' ELSE change.as_of END)
WITH subject, change, object, CASE change.status WHEN 'ended-planned' THEN change.end ELSE change.start END AS date
WHERE CASE size(date) WHEN 4 THEN date + '-12-31' WHEN 7 THEN date + '-31' ELSE date END < $today
RETURN date, subject.name AS subject, type(change) AS relation, object.name AS object, change.status AS status, change.as_of AS as_of,
  change.source AS source
ORDER BY date, subject, relation, object, status
