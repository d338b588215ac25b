// title: The plans of a group, in order
// question.en: Which strategic plans follow one another at Renault?
// question.fr: Quels plans stratégiques se succèdent chez Renault ?
// param group: string = "renault-group"    // an entity id
// columns: plan, since, until, follows, led_by, presented_on, status
MATCH (plan:Plan)-[years:PLAN_OF]->(:Org {id: $group})
OPTIONAL MATCH (plan)-[:SUCCESSOR_OF]->(before:Plan)
OPTIONAL MATCH (plan)-[:LED_BY]->(leader:Person)
OPTIONAL MATCH (plan)-[:PRESENTED_AT]->(event:Event)
RETURN plan.name AS plan, years.start AS since, years.end AS until, before.name AS follows, leader.name AS led_by,
  event.date AS presented_on, plan.status AS status
ORDER BY since, plan
