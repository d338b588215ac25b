// title: Who gives Cléon its role
// question.en: Who says that Cléon is a strategic pivot: Ampere or the author?
// question.fr: Qui dit que Cléon est un pivot stratégique : Ampere ou l’auteur ?
// param subject: string = "cleon-plant"                                                  // an entity id
// param roles: list = ["role-strategic-pivot", "role-industrial-base-electric-sport"]    // ids of roles
// columns: role, asserted_by, attributed_to, modality, polarity, quote, article, starts_at, ends_at
MATCH ({id: $subject})<-[:SUBJECT]-(claim:Claim {predicate: 'plays_role'})-[:OBJECT]->(role:Role)
WHERE role.id IN $roles
MATCH (who)<-[:ASSERTED_BY]-(claim)-[evidence:EVIDENCED_IN]->(article:Article)
OPTIONAL MATCH (claim)-[:ATTRIBUTED_TO]->(origin)
RETURN role.name AS role, who.name AS asserted_by, origin.name AS attributed_to, claim.modality AS modality, claim.polarity AS polarity,
  evidence.quote AS quote, article.name AS article, evidence.start AS starts_at, evidence.end AS ends_at
ORDER BY role, article, starts_at
