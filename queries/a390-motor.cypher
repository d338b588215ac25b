// title: Who makes the motors of the Alpine A390, and who says so
// question.en: Which site makes the motor of the Alpine A390, for whom, and who says so?
// question.fr: Quel site fabrique le moteur de l’Alpine A390, pour qui, et qui le dit ?
// param vehicle: string = "alpine-a390"    // an entity id
// columns: site, motor, for_whom, claim, says, modality, asserted_by, quote, article, starts_at, ends_at

// The facts give the site, the motor and the brand; the claims that speak of the site or the motor within that chain are the evidence.
MATCH (site:Site)-[made:PRODUCES]->(motor:Motor)-[:POWERS]->(car:Vehicle {id: $vehicle})-[:MARKETED_BY]->(brand:Brand)
WHERE made.status = 'asserted'
MATCH (subject)<-[:SUBJECT]-(claim:Claim {polarity: 'positive'})-[:OBJECT]->(object)
WHERE subject IN [site, motor] AND object IN [site, motor, car, brand]
MATCH (who)<-[:ASSERTED_BY]-(claim)-[evidence:EVIDENCED_IN]->(article:Article)
RETURN DISTINCT site.name AS site, motor.name AS motor, brand.name AS for_whom, claim.id AS claim, claim.predicate AS says,
  claim.modality AS modality, who.name AS asserted_by, evidence.quote AS quote, article.name AS article,
  evidence.start AS starts_at, evidence.end AS ends_at
ORDER BY motor, article, starts_at, claim
