// title: What happened in a period
// question.en: What happened between Renault, Ampere and Alpine in the second half of 2025?
// question.fr: Que s’est-il passé entre Renault, Ampere et Alpine au second semestre 2025 ?
// param period: string = "2025-H2"                                // a date or a period
// param orgs: list = ["renault-group", "ampere", "alpine"]    // entity ids
// columns: date, event, kind, who, source, note
MATCH (event:Event)-[:PARTICIPANT|CONCERNS]->(org)
WHERE org.id IN $orgs AND partialDate.overlaps(event.date, $period)
WITH event, org ORDER BY org.name
RETURN event.date AS date, event.name AS event, [label IN labels(event) WHERE label <> 'Event'][0] AS kind,
  collect(DISTINCT org.name) AS who, event.source AS source, event.note AS note
ORDER BY date, event
