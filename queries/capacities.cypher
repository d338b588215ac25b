// title: How much plants can make, and make
// question.en: Which capacities and outputs are known of the plants, and from when?
// question.fr: Quelles capacités et quelles productions connaît-on des usines, et de quand ?
// param words: list = ["capacity", "output"]    // words of the names of properties
// columns: place, property, value, unit, date, source, note
MATCH (number:Observation)-[:OBSERVATION_OF]->(place)
WHERE any(word IN $words WHERE number.property CONTAINS word) AND (place:Site OR place:Motor)
RETURN place.name AS place, number.property AS property, number.value AS value, number.unit AS unit, number.date AS date,
  number.source AS source, number.note AS note
ORDER BY place, property, date
