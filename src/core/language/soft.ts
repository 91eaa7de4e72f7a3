/**
 * Words of the news that is no dispute and no disaster: prizes, films, recipes, gardens. A person or a place of a story
 * has those, too. Language, not knowledge of a story.
 */
const source = `
award, awards, prize, prizes, festival, film, movie, album, novel, paperback, memoir, recipe, recipes, garden, gardens, gardening, concert, wedding, birthday, anniversary, sponsor, sponsors, sponsored, tourism, tourist, tourists, fashion, wine, wines, vineyard, tasting, taste test, singer, comedian, opera, poet, podcast, trophy, spelling contest, quiz, lottery, horoscope, travel guide, bargain hunters, best restaurants, Michelin, choir, carol, carols, ballet, orchestra, box office, sitcom, TV series, reality show, museum night, art fair, auction, auctioned, bestseller, chess, marathon runner, charity run, bake, baking, cook, cooking, cookbook, chocolate, beer, brewery, riesling, rosé, supper, menu, chef, star in, to star, starring, celebrity, horse race, racecourse, record store, tattoo, dog show, flower show, stamp, stamps, puzzle, crossword, opens school, new school, in-flight meals, obituary
`;

export const softWords: readonly string[] = source.split(",").map((word) => word.trim());
