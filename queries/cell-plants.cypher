// title: The battery plants behind car plants
// question.en: From which battery plants do the cars of Dieppe and Douai get their cells?
// question.fr: De quelles usines de batteries viennent les cellules des voitures de Dieppe et de Douai ?
// param plants: list = ["dieppe-plant", "douai-plant"]    // entity ids of car plants
// columns: car_plant, battery_plant, operator, town, delivers, status, since, source
MATCH (battery:Gigafactory)-[delivery:SUPPLIES]->(plant:Site)
WHERE plant.id IN $plants
MATCH (battery)-[:OPERATED_BY]->(operator:Org), (battery)-[:LOCATED_IN]->(town:Place)
RETURN plant.name AS car_plant, battery.name AS battery_plant, operator.name AS operator, town.name AS town,
  delivery.component AS delivers, delivery.status AS status, delivery.start AS since, delivery.source AS source
ORDER BY car_plant, battery_plant
