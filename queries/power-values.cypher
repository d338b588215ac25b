// title: How strong a motor or a car is
// question.en: How much power does the 7DL have, according to whom, and do the sources agree?
// question.fr: Quelle est la puissance du 7DL, selon qui, et les sources s’accordent-elles ?
// param product: string = "motor-7dl"    // an entity id
// param property: string = "power"       // a property of observations
// columns: value, unit, date, source, publisher, note, verdict, reason
MATCH (number:Observation {property: $property})-[:OBSERVATION_OF]->(product {id: $product}), (number)-[:FROM_SOURCE]->(source)
OPTIONAL MATCH (decision:Verdict {predicate: $property})-[:VERDICT_ON]->(product)
RETURN number.value AS value, number.unit AS unit, number.date AS date, source.id AS source, source.publisher AS publisher,
  number.note AS note, decision.verdict AS verdict, decision.reason AS reason
ORDER BY date, value
