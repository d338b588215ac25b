// title: What a partner gets
// question.en: What does Ford get from Renault?
// question.fr: Que reçoit Ford de Renault ?
// param giver: string = "renault-group"    // an entity id
// param taker: string = "ford-motor"       // an entity id
// columns: kind, what, from, status, date, source, note
MATCH ({id: $giver})-[tie:PARTNER_OF]-({id: $taker})
RETURN 'partnership' AS kind, tie.scope AS what, null AS from, tie.status AS status, tie.start AS date, tie.source AS source, tie.note AS note
UNION
MATCH (event:Event)-[:PARTICIPANT]->({id: $giver}), (event)-[:PARTICIPANT]->({id: $taker})
RETURN 'event' AS kind, event.name AS what, null AS from, null AS status, event.date AS date, event.source AS source, event.note AS note
UNION
MATCH (car:Vehicle)-[:MARKETED_BY]->(brand:Brand)-[:BRAND_OF]->({id: $taker}), (car)-[use:USES_PLATFORM]->(platform:Platform)-[:OWNED_BY]->(owner)
WHERE owner.id = $giver OR EXISTS { MATCH (owner)-[:SUBSIDIARY_OF|BRAND_OF]->({id: $giver}) }
RETURN 'platform' AS kind, car.name AS what, platform.name AS from, use.status AS status, car.launch AS date, use.source AS source, car.note AS note
UNION
MATCH (car:Vehicle)-[:MARKETED_BY]->(brand:Brand)-[:BRAND_OF]->({id: $taker}), (site:Site)-[made:PRODUCES]->(car), (site)-[:OPERATED_BY]->(operator)
WHERE operator.id = $giver OR EXISTS { MATCH (operator)-[:SUBSIDIARY_OF|BRAND_OF]->({id: $giver}) }
RETURN 'production' AS kind, car.name AS what, site.name AS from, made.status AS status, coalesce(made.start, car.launch) AS date, made.source AS source,
  made.note AS note
