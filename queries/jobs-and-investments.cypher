// title: Jobs and investments
// question.en: How many people work where, and how much was invested?
// question.fr: Combien de personnes travaillent où, et combien a été investi ?
// param properties: list = ["headcount", "investment", "jobs_cut", "line_operators"]    // properties of observations
// columns: place, property, value, unit, date, source, note
MATCH (number:Observation)-[:OBSERVATION_OF]->(place)
WHERE number.property IN $properties
RETURN place.name AS place, number.property AS property, number.value AS value, number.unit AS unit, number.date AS date,
  number.source AS source, number.note AS note
ORDER BY property, place, date
