/** The words of the everyday scenes: common names, ordinary things, generic places. */
import type { Person, Slots } from '../expand';

/** The words of a comma-separated line. */
function list(line: string): readonly string[] {
  return line.split(', ');
}

/** Rows whose columns belong together, from a line such as `bees/honey, hens/eggs`. */
function rows(line: string): readonly (readonly string[])[] {
  return list(line).map((row) => row.split('/'));
}

function people(gender: Person['gender'], names: string): readonly Person[] {
  return list(names).map((name) => ({ name, gender }));
}

const boys = people(
  'he',
  'Tom, Peter, John, Paul, George, Ben, Sam, Henry, David, Max, Jack, Will, Hugo, Leo, Oscar, Walter, Robert, Victor, Frank, Adam, Simon, Martin, Eric, Luke, Philip, Mark, Jim, Alan, Edward, Ralph, Neil, Fred, Joe, Harold',
);
const girls = people(
  'she',
  'Anna, Mary, Lucy, Emma, Sarah, Kate, Alice, Clara, Rose, Ella, Nora, Grace, Ida, Mia, Ruth, Martha, Helen, Vera, Betty, Molly, Julia, Jane, Laura, Susan, Rachel, Amy, Polly, Eva, Lily, Daisy, Carol, Victoria',
);
const men = people(
  'he',
  'Mr Brown, Mr Green, Mr White, Mr Hall, Mr Cook, Mr Clark, Lord Hall, Lord Grey, King Edward',
);
const women = people(
  'she',
  'Mrs Hill, Mrs Stone, Miss Field, Mrs Wood, Miss Bell, Granny Ward, Granny Young',
);

/** The word lists by slot; see expand.ts for how scenes use them. */
export const slots: Slots = {
  person: [...boys, ...girls],
  boy: boys,
  girl: girls,
  adult: [...men, ...women],
  man: men,
  woman: women,

  // Food: `food` takes no article, `treat` takes one, the rest are plurals.
  food: list('bread, soup, cheese, rice, porridge, stew, cake, pie, toast, jam, fish, pudding'),
  treat: list('apple, bun, biscuit, pear, egg, orange, plum, cake, sandwich, roll, peach'),
  drink: list('milk, tea, water, cocoa, apple juice, lemonade'),
  fruit: list('apples, pears, plums, cherries, berries, oranges, peaches'),
  vegetable: list('carrots, beans, onions, potatoes, peas, cabbages, leeks, pumpkins'),
  flower: list('roses, daisies, tulips, poppies, violets, sunflowers, lilies'),

  // Animals, one of each.
  animal: list(
    'dog, cat, fox, owl, hen, duck, goat, horse, mouse, rabbit, frog, hedgehog, squirrel, donkey, goose',
  ),
  pet: list('dog, cat, rabbit, kitten, puppy, hamster, duckling'),
  beast: list('cow, goat, hen, pig, horse, donkey, goose, duck, pony, lamb'),
  wild: list('fox, owl, hedgehog, squirrel, deer, badger, frog, mole, hare, otter'),
  cub: list('fox, hare, hedgehog, squirrel, badger, rabbit, otter'),
  grazer: list('cow, goat, pony, lamb, donkey, calf'),
  fisher: list('dog, cat, fox, bear, otter'),
  bird: list('robin, crow, sparrow, owl, blackbird, swan, gull, pigeon, thrush, wren'),

  // Things.
  tool: list('hammer, saw, spade, rake, ladder, brush, bucket, axe, rope, broom'),
  toy: list('ball, kite, doll, drum, toy boat, spinning top, toy train, wooden horse, puppet'),
  thing: list(
    'book, hat, cup, key, clock, lamp, basket, umbrella, ring, letter, pencil, bell, picture, blanket',
  ),
  gift: list('book, scarf, cup, pen, watch, ring, whistle, penknife, purse, music box, candle'),
  clothes: list('coat, scarf, hat, jumper, raincoat, shirt, apron, cap, jacket'),
  container: list('box, basket, bag, chest, trunk, sack'),
  furniture: list('table, chair, bed, bench, shelf, cupboard, desk, stool, sofa'),
  vehicle: list('bus, train, boat, cart, ferry, coach, tram, van'),
  game: list('hide-and-seek, chess, football, catch, cards, marbles, tag'),
  subject: list('history, music, maths, spelling, drawing, reading, science'),
  work: list('baker, farmer, doctor, tailor, carpenter, sailor, teacher, miller, painter, gardener'),

  // Qualities.
  colour: list('red, blue, green, yellow, white, black, brown, grey, orange, purple, pink'),
  size: list('small, big, little, huge, tiny, large'),
  look: list('old, new, small, heavy, pretty, plain, broken, shiny, wooden, strange, useful'),
  good: list('kind, brave, clever, gentle, patient, honest, cheerful, careful, quiet, friendly'),
  bad: list('lazy, proud, greedy, rude, careless, selfish, unkind, impatient'),
  glad: list('happy, pleased, proud, glad, delighted'),
  sorry: list('sad, worried, cross, unhappy, upset, gloomy'),
  weather: list('sunny, rainy, windy, cloudy, cold, foggy, snowy, warm, stormy, icy'),
  number: list('two, three, four, five, six, seven, eight, nine, ten'),
  few: list('two, three, four, five'),

  // Times.
  day: list('Monday, Tuesday, Wednesday, Thursday, Friday, Saturday, Sunday'),
  month: list('January, March, April, May, June, July, September, October, November'),
  schoolday: list('Monday, Tuesday, Wednesday, Thursday, Friday'),
  season: list('spring, summer, autumn, winter'),
  time: list(
    'in the morning, after lunch, in the evening, at noon, before supper, after breakfast, early in the day, late in the afternoon',
  ),

  // Places, with their article, so that they can follow "to" or "near".
  room: list('the kitchen, the hall, the bedroom, the attic, the bathroom, the cellar, the porch'),
  place: list(
    'the library, the market, the harbour, the old mill, the bridge, the station, the park, the bakery, the church, the school, the square, the post office, the town hall, the museum, the bookshop',
  ),
  wildplace: list('the river, the hill, the wood, the lake, the beach, the field, the pond, the farm'),
  town: list(
    'Milltown, Westford, Ashby, Northgate, Riverton, Oldham Bridge, Easton, Greenfield, Brookside, Hillford, Langley, Weston, Kingsbridge, Stonefield, Marsh End, Millbrook, Woodside, Highfield, Sandy Bay, Rocky Bay, West Beach, South Beach',
  ),

  // Fairy tales.
  surname: list(
    'Brown, Miller, Green, Baker, Field, Carter, Wood, Turner, Stone, Fisher, Hill, Walker, Hall, Cook, Ward, Young, Price, Parker, White, Clark, Grey',
  ),
  street: list(
    'Church Street, Bridge Street, Station Road, Mill Road, London Road, Market Square, High Street',
  ),
  house: list(
    'Northgate Castle, Ashby Tower, Weston Farm, Stonefield Farm, Parkhouse, Hilltop House, the Old Palace, Deep Cave',
  ),
  inn: list('Red Lion, White Horse, Golden Bell, Old Ship'),
  boatname: list('Silver Gull, White Swan, Black Cat, Morning Star, Merry Widow, Red Duck'),
  realm: list(
    'the castle, the dark forest, the tower, the mountain pass, the deep cave, the old ruin, the island, the silver lake, the hidden valley, the palace, the frozen river, the northern sea',
  ),
  noble: people('he', 'the king, the prince, the old wizard, the knight, the captain, the giant').concat(
    people('she', 'the queen, the princess, the old witch, the fairy, the duchess'),
  ),
  treasure: list(
    'lantern, silver key, stone, map, cup, horn, sword, cloak, ring, book, crown, mirror, harp, bell, golden feather, iron box, glass ball',
  ),
  monster: list('dragon, wolf, troll, bear, sea snake, ogre, goblin'),
  keeper: list('lamp-keeper, miller, woodcutter, ferryman, shepherd, bell-ringer, blacksmith, fisherman'),

  // Facts, as rows whose columns belong together.
  maker: rows(
    'bees/honey, hens/eggs, cows/milk, spiders/webs, birds/nests, bakers/bread, tailors/clothes, potters/pots, farmers/hay, painters/pictures, cobblers/shoes, carpenters/tables',
  ),
  sound: rows(
    'dogs/bark, cats/mew, cows/moo, ducks/quack, lions/roar, bees/buzz, owls/hoot, frogs/croak, snakes/hiss, wolves/howl, birds/sing, pigs/grunt',
  ),
  young: rows(
    'cat/kitten, dog/puppy, cow/calf, sheep/lamb, hen/chick, duck/duckling, goose/gosling, horse/foal, pig/piglet, goat/kid, frog/tadpole, lion/cub, swan/cygnet',
  ),
  den: rows(
    'bird/in a nest, fox/in a den, bee/in a hive, horse/in a stable, rabbit/in a burrow, spider/in a web, fish/in water, king/in a palace, pig/in a sty, hen/in a henhouse, dog/in a kennel',
  ),
  hue: rows(
    'grass/green, snow/white, the clear sky/blue, coal/black, a ripe lemon/yellow, blood/red, a carrot/orange, milk/white, the sun at noon/yellow, a crow/black, a ripe cherry/red',
  ),
  opposite: rows(
    'hot/cold, big/small, tall/short, old/new, fast/slow, light/dark, wet/dry, full/empty, early/late, hard/soft, open/shut, near/far, heavy/light, clean/dirty, loud/quiet, rich/poor',
  ),
  purpose: rows(
    'a spade/dig, a knife/cut, a pen/write, a broom/sweep, a saw/cut wood, a needle/sew, an oven/bake, a kettle/boil water, a ladder/climb, a boat/cross water, a clock/tell the time, a lamp/see in the dark, a bell/call people, a map/find the way, a key/open a lock, a ruler/measure, a fan/keep cool, a towel/get dry',
  ),
  trade: rows(
    'baker/bakes bread, farmer/grows food, doctor/helps sick people, tailor/makes clothes, carpenter/makes things of wood, sailor/sails on ships, teacher/teaches children, miller/grinds corn, cobbler/mends shoes, blacksmith/works with iron, cook/makes meals, shepherd/looks after sheep, gardener/looks after plants, painter/paints pictures',
  ),
  shop: rows(
    'the bakery/bread, the bookshop/books, the fish stall/fish, the flower shop/roses, the toy shop/dolls, the shoe shop/shoes, the dairy/milk, the sweet shop/sweets, the hat shop/hats, the fruit stall/apples',
  ),
  found: rows(
    'the bed/the bedroom, the oven/the kitchen, the bath/the bathroom, the boats/the harbour, the trains/the station, the books/the library, the stars/the sky, the fish/the sea, the coats/the hall, the cows/the field',
  ),
  because: rows(
    'opened an umbrella/it was raining, put on a coat/it was cold, lit a lamp/the room was dark, opened the window/the room was hot, ran to the station/the train was about to leave, drank a glass of water/the day was hot, whispered/the baby was asleep, jumped aside/a cart was coming, closed the window/the wind was strong, fetched a ladder/the roof was high, stayed in bed/there was no school that day, bought a new cup/the old one was broken, wore boots/the path was muddy, held the rail/the stairs were steep, shouted/the others were far away, fed the hens/the hens were hungry, walked home/the last bus had gone',
  ),
};
