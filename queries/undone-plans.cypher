// title: What one chief launched and the next undid
// question.en: Which decisions of Luca de Meo did François Provost reverse?
// question.fr: Sur quelles décisions de Luca de Meo François Provost est-il revenu ?
// param former: string = "luca-de-meo"            // a person
// param successor: string = "francois-provost"    // a person
// columns: what, plan, plan_start, event, date, source

// Parts of the plans that the former chief stood for, which a later event with the successor takes up again.
MATCH (:Person {id: $former})<-[:LED_BY]-(plan:Plan)-[:INCLUDES]->(part)<-[:CONCERNS]-(event:Reorganisation),
  (event)-[:PARTICIPANT]->(:Person {id: $successor})
MATCH (plan)-[years:PLAN_OF]->(:Org)
RETURN part.name AS what, plan.name AS plan, years.start AS plan_start, event.name AS event, event.date AS date, event.source AS source
ORDER BY date, what, plan
