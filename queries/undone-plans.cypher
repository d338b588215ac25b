// title: What one chief launched and the next undid
// question.en: Which decisions of Luca de Meo did François Provost reverse?
// question.fr: Sur quelles décisions de Luca de Meo François Provost est-il revenu ?
// param former: string = "luca-de-meo"            // a person
// param successor: string = "francois-provost"    // a person
// columns: what, launched_with, launched, event, kind, date, source

// What the former chief's plans include, or what was founded in his term, and what ends it, sells it or takes it back in the term of
// the successor to the same post.
MATCH (:Person {id: $former})-[held:HOLDS_POSITION]->(org:Org)<-[holds:HOLDS_POSITION]-(:Person {id: $successor})
WHERE held.title = holds.title AND held.start < holds.start
WITH held.start AS first_day, holds.start AS handover
MATCH (what)<-[:CONCERNS]-(event:Event)
WHERE event.date >= handover AND (event:ProgrammeEnd OR event:PartnershipEnd OR event:AgreementEnd OR event:Cancellation OR event:Acquisition
  OR (event:Reorganisation AND EXISTS { MATCH (event)-[:PARTICIPANT]->(:Person {id: $successor}) }))
OPTIONAL MATCH (what)<-[:INCLUDES]-(plan:Plan)-[:LED_BY]->(:Person {id: $former}), (plan)-[years:PLAN_OF]->(:Org)
OPTIONAL MATCH (what)<-[:CONCERNS]-(founding:CompanyFormation)
WHERE first_day <= founding.date AND founding.date < handover
WITH what, event, coalesce(plan.name, founding.name) AS launched_with, coalesce(years.start, founding.date) AS launched
WHERE launched_with IS NOT NULL
RETURN DISTINCT what.name AS what, launched_with, launched, event.name AS event, 
  [label IN labels(event) WHERE label <> 'Event'][0] AS kind, event.date AS date, event.source AS source
ORDER BY date, what, launched
