// title: What was known of something at a date, and what now
// question.en: What was known of the ties of Mobilize and Ampere to Renault at the end of 2024, and what is known now?
// question.fr: Que savait-on fin 2024 des liens de Mobilize et d’Ampere avec Renault, et que sait-on maintenant ?
// param entities: list = ["ampere", "mobilize"]    // entity ids
// param then: string = "2024-12-31"                // a date
// columns: kind, change, text, fields

// What ended since shows as a change of its status and its end; what was learnt since as added.
CALL sillage.diff($then, '2026-11-26') YIELD kind, change, id, object, text, fields
WHERE kind = 'relation' AND (id IN $entities OR object IN $entities)
RETURN kind, change, text, [field IN fields | field.name + ': ' + coalesce(field.before, '–') + ' → ' + coalesce(field.after, '–')] AS fields
ORDER BY change, text
