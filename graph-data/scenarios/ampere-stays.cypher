// title: Ampere stays a company of its own
// question.en: What if Renault Group had not taken Ampere back in 2026?
// question.fr: Et si Renault Group n’avait pas réintégré Ampere en 2026 ?

// Ampere is not folded back.
MATCH (:Org {id: 'ampere'})-[fold:REINTEGRATED_INTO]->(:Org {id: 'renault-group'})
DELETE fold;

// The sites that Ampere runs are not handed over.
MATCH (site:Site)-[:OPERATED_BY]->(:Org {id: 'ampere'})
MATCH (site)-[handover:OPERATED_BY {status: 'planned'}]->(:Org {id: 'renault-group'})
DELETE handover;

// What was to end with Ampere goes on.
MATCH (:Org {id: 'ampere'})-[bond]-()
WHERE bond.status = 'ended-planned' AND bond.end STARTS WITH '2026'
SET bond.status = 'asserted'
REMOVE bond.end;
